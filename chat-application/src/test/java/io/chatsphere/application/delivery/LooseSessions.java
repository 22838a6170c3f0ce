package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.UserSummary;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Sessions without feeds, for tests of those who watch sessions. */
public final class LooseSessions {
    private static final Epoch EPOCH = new Epoch(new UUID(0, 0));

    private final SessionHome home;
    private final BiPredicate<UserId, RoomId> members;

    private record Watched(SessionWatcher watcher) implements SessionHome {
        @Override
        public void opened(LiveSession session, Predicate<RoomId> isMember) {
            watcher.opened(session, isMember);
        }

        @Override
        public void moved(LiveSession session, RoomId room) {
            watcher.moved(session, room);
        }

        @Override
        public void forget(LiveSession session) {
            watcher.closed(session);
        }

        @Override
        public void awaitFollowing(Membership membership) {
            throw new UnsupportedOperationException("there are no feeds here");
        }

        @Override
        public void resume(LiveSession session, RoomId room, Optional<Revision> cursor) {
            throw new UnsupportedOperationException("nobody resumes here");
        }

        @Override
        public Optional<Position> lastPosition(RoomId room) {
            throw new UnsupportedOperationException("there are no feeds here");
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public boolean isSignedIn(Caller caller) {
            return true;
        }
    }

    /** Sessions of which {@code watcher} is told, of users who are members where {@code members} says so. */
    public LooseSessions(SessionWatcher watcher, BiPredicate<UserId, RoomId> members) {
        this.home = new Watched(watcher);
        this.members = members;
    }

    /** Opens a session. */
    public LiveSession open(UserSummary user, LiveListener listener) {
        LiveSession session = new LiveSession(UUID.randomUUID(), Caller.of(user.id()), EPOCH, listener, home);
        session.opened(user, room -> members.test(user.id(), room));
        return session;
    }
}
