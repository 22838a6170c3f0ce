package io.chatsphere.adapter.websocket;

import io.chatsphere.application.delivery.LiveSettings;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.message.DeleteMessage;
import io.chatsphere.application.message.EditMessage;
import io.chatsphere.application.message.Outcome;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.room.AddMember;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.application.room.RemoveMember;
import io.chatsphere.application.room.RoomPatch;
import io.chatsphere.application.room.UpdateRoom;
import io.chatsphere.application.user.EnsureUser;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.HistoryVisibility;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Username;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A server, and Ben, who does things there without a connection. */
final class Town implements AutoCloseable {
    final ChatServer server;
    final UserId anna;
    final UserId carl;
    private final Caller ben;

    Town() {
        this(storage -> storage);
    }

    /** @param around makes another storage of the usual one */
    Town(UnaryOperator<Storage> around) {
        Storage storage = around.apply(new InMemoryStore().storage());
        server = new ChatServer(ChatServer.ENGLISH, LiveSettings.DEFAULT, storage);
        anna = settle("anna");
        carl = settle("carl");
        ben = Caller.of(settle("ben"));
    }

    private UserId settle(String name) {
        UserId user = new UserId(UUID.randomUUID());
        server.chat
                .accounts()
                .ensure()
                .handle(new EnsureUser.Command(user, new Username(name), new DisplayName("The " + name)));
        return user;
    }

    UserId ben() {
        return ben.user();
    }

    /** Anna's client, which knows nothing yet. */
    ResumingClient client() {
        return new ResumingClient(() -> server.connect(anna, "anna"));
    }

    String annasToken() {
        return server.token(anna, "anna");
    }

    /** A new group of Ben's. */
    RoomAddress group(UserId... others) {
        Room room = server.chat
                .rooms()
                .createGroup()
                .handle(new CreateGroup.Command(ben, details("Group"), List.of(others)));
        return room.addressFor(ben.user());
    }

    /** A new group of Ben's, where everybody sees what was said since they came. */
    RoomAddress guardedGroup() {
        Room plain = Room.group(new RoomId(UUID.randomUUID()), details("Guarded"), ben.user(), server.clock.instant());
        Room guarded = new Room(
                plain.id(),
                plain.kind(),
                plain.slug(),
                plain.pair(),
                plain.details(),
                HistoryVisibility.JOINED,
                plain.createdBy(),
                plain.createdAt(),
                plain.archivedAt(),
                plain.revision());
        server.storage.rooms().create(guarded, List.of());
        return guarded.addressFor(ben.user());
    }

    private static RoomDetails details(String name) {
        return new RoomDetails(name, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    MessageId say(RoomAddress chat, String text) {
        return say(chat, text, 1);
    }

    /** Says the same again and again, and gives the last of it. */
    MessageId say(RoomAddress chat, String text, int times) {
        List<SendMessage.Draft> drafts = Collections.nCopies(times, SendMessage.Draft.text(chat, text));
        List<Outcome> outcomes = server.chat.messages().send().handle(new SendMessage.Command(ben, drafts));
        return ((Outcome.Sent) outcomes.getLast()).message().id();
    }

    void edit(MessageId message, String text) {
        server.chat.messages().edit().handle(new EditMessage.Command(ben, message, new MessageContent(text)));
    }

    void delete(MessageId message) {
        server.chat.messages().delete().handle(new DeleteMessage.Command(ben, message));
    }

    void rename(RoomAddress room, String name) {
        RoomPatch patch = new RoomPatch(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
        server.chat.rooms().update().handle(new UpdateRoom.Command(ben, room, patch));
    }

    void add(RoomAddress room, UserId member) {
        server.chat.members().add().handle(new AddMember.Command(ben, room, member, RoomRole.MEMBER));
    }

    void remove(RoomAddress room, UserId member) {
        server.chat.members().remove().handle(new RemoveMember.Command(ben, room, member));
    }

    @Override
    public void close() {
        server.close();
    }
}
