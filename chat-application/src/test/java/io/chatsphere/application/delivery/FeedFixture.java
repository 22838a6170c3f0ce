package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Rooms, changes and sessions for tests of a feed by itself. */
final class FeedFixture {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final RoomId ROOM = new RoomId(new UUID(1, 1));
    static final UserSummary AUTHOR = user("author");

    private FeedFixture() {}

    static UserSummary user(String name) {
        UserId id = new UserId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return new UserSummary(id, new Username(name), new DisplayName(name), Optional.empty());
    }

    static Room publicRoom() {
        RoomDetails details = new RoomDetails("Room", Optional.empty(), Optional.empty(), OptionalInt.empty());
        return Room.open(ROOM, new Slug("room"), details, Optional.empty(), NOW);
    }

    static Room group() {
        RoomDetails details = new RoomDetails("Group", Optional.empty(), Optional.empty(), OptionalInt.empty());
        return Room.group(ROOM, details, AUTHOR.id(), NOW);
    }

    /** A room with these members, as it was made. */
    static RoomAccess access(Room room, UserSummary... members) {
        Map<UserId, RoomRole> roles =
                Arrays.stream(members).collect(Collectors.toMap(UserSummary::id, member -> RoomRole.MEMBER));
        return new RoomAccess(room, Revision.ZERO, roles);
    }

    static RoomChange message(long revision) {
        return new RoomChange.OfMessage(new Message(
                new MessageId(new UUID(2, revision)),
                ROOM,
                new Position(revision),
                new Revision(revision),
                new Revision(revision),
                AUTHOR,
                Optional.of(new MessageContent("message " + revision)),
                MessageType.TEXT,
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.empty()));
    }

    static RoomChange removal(UserSummary user, long revision) {
        return membership(user, 0, revision, false);
    }

    static RoomChange admission(UserSummary user, long revision) {
        return membership(user, revision, revision, true);
    }

    /** A membership that began at {@code joined}, as of {@code revision}. */
    static RoomChange membership(UserSummary user, long joined, long revision, boolean active) {
        return new RoomChange.OfMembership(membership(user.id(), joined, revision, active), user);
    }

    /** The membership of a session's user since {@code joined}. */
    static Membership member(LiveSession session, long joined) {
        return membership(session.owner(), joined, joined, true);
    }

    private static Membership membership(UserId user, long joined, long revision, boolean active) {
        return new Membership(
                ROOM,
                user,
                RoomRole.MEMBER,
                new Revision(joined),
                Position.NONE,
                new Revision(revision),
                Revision.ZERO,
                active ? Optional.empty() : Optional.of(NOW));
    }

    static List<RoomChange> messages(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(FeedFixture::message).toList();
    }

    /** What a session that was admitted to the room is greeted with. */
    static Notice greeting() {
        return new Notice(new Notice.Body.RoomAdded(new Conversation(
                group(),
                Optional.empty(),
                Optional.empty(),
                Position.NONE,
                Position.NONE,
                0,
                new RoomPreferences(
                        ROOM, AUTHOR.id(), Position.NONE, Position.NONE, false, false, false, Revision.ZERO),
                NOW,
                Revision.ZERO)));
    }

    static RoomChanges page(long after, long upTo, boolean complete) {
        return new RoomChanges(messages(after + 1, upTo), new Revision(upTo), complete);
    }

    static LiveSession session(UserSummary user, LiveListener listener) {
        return new LiveSession(
                UUID.randomUUID(), Caller.of(user.id()), new Epoch(new UUID(0, 0)), listener, new Homeless());
    }

    private static final class Homeless implements SessionHome {
        @Override
        public void opened(LiveSession session, Predicate<RoomId> isMember) {
            // Nobody watches.
        }

        @Override
        public void moved(LiveSession session, RoomId room) {
            // Nobody watches.
        }

        @Override
        public void forget(LiveSession session) {
            // The feed under test is told by the test itself.
        }

        @Override
        public void awaitFollowing(Membership membership) {
            throw new UnsupportedOperationException("a feed by itself has no users");
        }

        @Override
        public void resume(LiveSession session, RoomId room, Optional<Revision> cursor) {
            throw new UnsupportedOperationException("nobody resumes here");
        }

        @Override
        public Optional<Position> lastPosition(RoomId room) {
            throw new UnsupportedOperationException("a feed by itself has no rooms");
        }

        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public boolean isSignedIn(Caller caller) {
            return true;
        }
    }
}
