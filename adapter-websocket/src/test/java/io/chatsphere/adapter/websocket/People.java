package io.chatsphere.adapter.websocket;

import io.chatsphere.application.delivery.Notice;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** People who talk to each other, for notices about them. */
final class People {
    static final Instant TIME = Instant.parse("2024-05-06T07:08:09Z");
    static final UserSummary ANNA = user("anna", "Anna", Optional.of(new AvatarUrl("https://example.org/a.png")));
    static final UserSummary BEN = user("ben", "Ben", Optional.empty());
    static final Slug GENERAL = new Slug("general");

    private People() {}

    private static UserSummary user(String name, String displayName, Optional<AvatarUrl> avatar) {
        return new UserSummary(new UserId(UUID.randomUUID()), new Username(name), new DisplayName(displayName), avatar);
    }

    /** The general room. */
    static Room general() {
        return Room.open(new RoomId(UUID.randomUUID()), GENERAL, details("General"), Optional.empty(), TIME);
    }

    /** A group of Anna's. */
    static Room group() {
        return Room.group(new RoomId(UUID.randomUUID()), details("Gardeners"), ANNA.id(), TIME);
    }

    /** The room of the two. */
    static Room direct() {
        return Room.direct(new RoomId(UUID.randomUUID()), DirectPair.of(ANNA.id(), BEN.id()), ANNA.id(), TIME);
    }

    private static RoomDetails details(String name) {
        return new RoomDetails(name, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    /** What Ben said first in the room. */
    static Message said(Room room, String content) {
        return new Message(
                new MessageId(UUID.randomUUID()),
                room.id(),
                new Position(1),
                new Revision(1),
                new Revision(1),
                BEN,
                Optional.of(new MessageContent(content)),
                MessageType.TEXT,
                Optional.empty(),
                Optional.empty(),
                TIME,
                Optional.empty(),
                Optional.empty());
    }

    /** The room as Anna has it. */
    static Conversation conversation(Room room, Optional<Message> last, int unread) {
        return new Conversation(
                room,
                room.pair().map(pair -> BEN),
                last,
                new Position(1),
                Position.NONE,
                unread,
                new RoomPreferences(
                        room.id(), ANNA.id(), Position.NONE, Position.NONE, true, false, false, Revision.ZERO),
                TIME,
                new Revision(4));
    }

    /** One notice of each kind and more. */
    static List<Notice.Body> notices() {
        Room general = general();
        Room direct = direct();
        return List.of(
                new Notice.Body.Typing(BEN, direct.addressFor(ANNA.id()), true),
                new Notice.Body.Read(
                        group().addressFor(ANNA.id()), List.of(new Notice.Body.Mark(BEN.id(), new Position(3)))),
                new Notice.Body.RoomAdded(conversation(general, Optional.of(said(general, "hello")), 1)),
                new Notice.Body.RoomAdded(conversation(direct, Optional.empty(), 0)),
                new Notice.Body.RoomAdded(conversation(group(), Optional.empty(), 1_000)),
                new Notice.Body.RoomRemoved(group().addressFor(ANNA.id())),
                new Notice.Body.View(BEN, GENERAL, true),
                new Notice.Body.View(BEN, GENERAL, false),
                new Notice.Body.OldForm(said(general, "hello"), GENERAL),
                new Notice.Body.OnlineUsers(List.of(ANNA, BEN), false),
                new Notice.Body.PresenceChanged(List.of(ANNA), List.of(BEN), true),
                new Notice.Body.Resumed(general.addressFor(ANNA.id()), new Revision(7), true, false),
                new Notice.Body.TokenExpiring(Duration.ofSeconds(60)));
    }
}
