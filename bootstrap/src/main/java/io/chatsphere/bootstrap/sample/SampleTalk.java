package io.chatsphere.bootstrap.sample;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.conversation.MarkRead;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.message.Outcome;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.application.room.CreateRoom;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.Slug;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The rooms, groups and talk of the sample data. */
final class SampleTalk {
    private static final int MAX_CONVERSATIONS = 100;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(47);

    private final ChatSphere chat;
    private final SampleCast cast;
    private final ScriptClock clock;
    private final Instant now;
    private final Map<String, RoomAddress> groups = new HashMap<>();

    SampleTalk(ChatSphere chat, SampleCast cast, ScriptClock clock, Instant now) {
        this.chat = chat;
        this.cast = cast;
        this.clock = clock;
        this.now = now;
    }

    void rooms(List<SampleScript.PublicRoom> rooms) {
        for (SampleScript.PublicRoom room : rooms) {
            RoomDetails details = details(room.name(), room.description());
            try {
                chat.rooms()
                        .create()
                        .handle(new CreateRoom.Command(
                                cast.caller(room.owner()), Optional.of(new Slug(room.id())), details));
            } catch (ChatException.Conflict e) {
                if (e.code() != ErrorCode.ROOM_SLUG_TAKEN) {
                    throw e;
                }
            }
        }
    }

    void groups(List<SampleScript.Group> wanted) {
        for (SampleScript.Group group : wanted) {
            Caller owner = cast.caller(group.owner());
            Room room = known(owner, group.name())
                    .orElseGet(() -> chat.rooms()
                            .createGroup()
                            .handle(new CreateGroup.Command(
                                    owner,
                                    details(group.name(), group.description()),
                                    group.members().stream().map(cast::id).toList())));
            groups.put(group.name(), new RoomAddress.Group(room.id()));
        }
    }

    /** Says what was not said before, at its time. Who has read it has read it then; a repeat marks nothing. */
    void say(SampleScript.Talk talk) {
        clock.set(now.minus(Duration.ofHours(talk.hoursAgo())));
        String first = talk.lines().getFirst().getFirst();
        boolean fresh = false;
        for (int i = 0; i < talk.lines().size(); i++) {
            String speaker = talk.lines().get(i).getFirst();
            String text = talk.lines().get(i).getLast();
            SendMessage.Draft draft = new SendMessage.Draft(
                    address(talk, first, speaker),
                    new MessageContent(text),
                    MessageType.TEXT,
                    Optional.empty(),
                    Optional.of(new ClientMessageId("sample-" + talk.id() + "-" + i)));
            fresh |= send(new SendMessage.Command(cast.caller(speaker), List.of(draft)));
            clock.pass(BETWEEN_LINES.plusSeconds(text.length()));
        }
        for (String reader : fresh ? talk.readBy() : List.<String>of()) {
            chat.conversations()
                    .markRead()
                    .handle(new MarkRead.Command(cast.caller(reader), address(talk, first, reader), Optional.empty()));
        }
    }

    /** Whether this was not said before. */
    private boolean send(SendMessage.Command command) {
        return switch (chat.messages().send().handle(command).getFirst()) {
            case Outcome.Sent sent -> !sent.duplicate();
            case Outcome.Refused refused -> throw refused.reason();
        };
    }

    private RoomAddress address(SampleScript.Talk talk, String first, String viewer) {
        return switch (talk.chatType()) {
            case "room" -> new RoomAddress.Public(new Slug(talk.chat()));
            case "group" -> groups.get(talk.chat());
            default -> new RoomAddress.Direct(cast.id(viewer.equals(first) ? talk.chat() : first));
        };
    }

    private Optional<Room> known(Caller owner, String name) {
        return chat.conversations().list().handle(owner, Optional.empty(), MAX_CONVERSATIONS).conversations().stream()
                .map(Conversation::room)
                .filter(room ->
                        room.kind() == RoomKind.GROUP && room.details().name().equals(name))
                .findFirst();
    }

    private static RoomDetails details(String name, String description) {
        return new RoomDetails(name, Optional.of(description), Optional.empty(), OptionalInt.empty());
    }
}
