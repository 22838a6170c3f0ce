package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.ClientRequest;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.message.ReplyTo;
import io.chatsphere.domain.message.RequestHash;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomUpdate;
import io.chatsphere.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts users, rooms and messages into a store. Thread-safe as far as the store is. */
public final class TestChat {
    private final Storage storage;

    public TestChat(Storage storage) {
        this.storage = storage;
    }

    /** A new local account, a member of these rooms. */
    public User member(RoomId... rooms) {
        return register(Fixtures.user(), rooms);
    }

    /** Registers this user. */
    public User register(User user, RoomId... rooms) {
        storage.users().register(user, Fixtures.HASH, List.of(rooms), Fixtures.login(user.id()));
        return user;
    }

    /** A new login of this user. */
    public NewLogin open(User user) {
        NewLogin login = Fixtures.login(user.id());
        storage.logins().open(login);
        return login;
    }

    /** The last revision of the user's stream. */
    public Revision revision(User user) {
        return storage.changes().userHeads(List.of(user.id())).get(user.id());
    }

    /** The last revision of the room's stream. */
    public Revision revision(RoomId room) {
        return storage.changes().heads(List.of(room)).get(room);
    }

    /** All that a user's stream tells now. */
    public List<UserChange> changes(User user) {
        return storage.changes().userSince(user.id(), Revision.ZERO).changes();
    }

    /** All that a room's stream tells now. */
    public List<RoomChange> changes(RoomId room) {
        return storage.changes().since(room, Revision.ZERO, 1000).changes();
    }

    /** A new public room of nobody. */
    public RoomId publicRoom() {
        return create(Fixtures.publicRoom());
    }

    /** A new group of this user. */
    public RoomId group(User owner) {
        return create(Fixtures.group(owner.id()));
    }

    /** The direct room of these two. */
    public RoomId direct(User one, User other) {
        Room room = Room.direct(Fixtures.roomId(), DirectPair.of(one.id(), other.id()), one.id(), Fixtures.NOW);
        return storage.rooms().direct(room).room().id();
    }

    /** Stores this room. */
    public RoomId create(Room room) {
        storage.rooms().create(room, List.of());
        return room.id();
    }

    /** A new group of the first of these users, the others plain members. */
    public RoomId groupOf(User owner, User... others) {
        Room room = Fixtures.group(owner.id());
        storage.rooms().create(room, Arrays.stream(others).map(User::id).toList());
        return room.id();
    }

    /** Does this in the room, whoever may. */
    public RoomUpdate act(RoomId room, RoomAct act) {
        return storage.rooms().update(room, access -> act, Fixtures.NOW);
    }

    /** The user's membership of the room, also one that ended. */
    public Membership membership(RoomId room, User user) {
        return storage.rooms().findMembership(room, user.id()).orElseThrow();
    }

    /** A draft judged at the room's access revision, without a client id. */
    public MessageDraft draft(RoomId room, User author, String text) {
        return draft(room, author, text, Optional.empty(), Optional.empty());
    }

    /** A draft with a client id. */
    public MessageDraft request(RoomId room, User author, String clientId, String text) {
        return draft(room, author, text, Optional.empty(), Optional.of(clientId));
    }

    /** A draft that answers a message. */
    public MessageDraft reply(Message to, User author, String text) {
        return draft(to.room(), author, text, Optional.of(new ReplyTo(to.id(), to.position())), Optional.empty());
    }

    /** The same draft, judged when the room's access was another. */
    public static MessageDraft stale(MessageDraft draft) {
        return new MessageDraft(
                draft.id(),
                draft.room(),
                draft.author(),
                draft.content(),
                draft.type(),
                draft.replyTo(),
                draft.request(),
                new Revision(draft.accessRevision().value() + 1),
                draft.createdAt());
    }

    /** Sends one message. */
    public Message send(RoomId room, User author, String text) {
        return send(draft(room, author, text));
    }

    /** Sends this draft, which must be stored. */
    public Message send(MessageDraft draft) {
        return stored(storage.messages().append(List.of(draft)).getFirst());
    }

    /** Sends one message at this time. */
    public Message sendAt(RoomId room, User author, Instant at) {
        MessageDraft draft = draft(room, author, "at " + at);
        return send(new MessageDraft(
                draft.id(),
                draft.room(),
                draft.author(),
                draft.content(),
                draft.type(),
                draft.replyTo(),
                draft.request(),
                draft.accessRevision(),
                at));
    }

    /** Deletes this message. */
    public Message delete(Message message) {
        return storage.messages()
                .update(message.id(), (access, old) -> old.deleted(Fixtures.NOW))
                .message();
    }

    /** Sends so many messages, one after another. */
    public List<Message> send(RoomId room, User author, int count) {
        List<MessageDraft> drafts = new ArrayList<>();
        IntStream.rangeClosed(1, count).forEach(i -> drafts.add(draft(room, author, "message " + i)));
        return storage.messages().append(drafts).stream().map(TestChat::stored).toList();
    }

    /** The message of an answer that says that it was stored. */
    public static Message stored(Appended answer) {
        return assertInstanceOf(Appended.Stored.class, answer).message();
    }

    private MessageDraft draft(
            RoomId room, User author, String text, Optional<ReplyTo> replyTo, Optional<String> clientId) {
        MessageContent content = new MessageContent(text);
        RequestHash hash = RequestHash.of(content, MessageType.TEXT, replyTo.map(ReplyTo::id));
        return new MessageDraft(
                Fixtures.messageId(),
                room,
                author.summary(),
                content,
                MessageType.TEXT,
                replyTo,
                clientId.map(id -> new ClientRequest(new ClientMessageId(id), hash)),
                storage.rooms().findAccess(room).map(RoomAccess::revision).orElse(Revision.ZERO),
                Fixtures.NOW);
    }
}
