package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.simulation.CheckingClient;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Where sessions of one life of the store live, as {@link LiveDelivery} has it. */
record SimulatedHome(StoreLife life) implements SessionHome {
    LiveSession session(CheckingClient client, Caller caller) {
        client.finds(room -> isMember(caller.user(), room));
        return new LiveSession(UUID.randomUUID(), caller, life.epoch(), client, this);
    }

    boolean isMember(UserId user, RoomId room) {
        return life.users().find(user).map(feed -> feed.rooms().isMember(room)).orElse(false);
    }

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
        life.users().leave(session);
    }

    @Override
    public void awaitFollowing(Membership membership) {
        throw new UnsupportedOperationException("there is one thread, which must not wait");
    }

    @Override
    public void resume(LiveSession session, RoomId room, Optional<Revision> cursor) {
        life.rooms().resume(session, room, cursor);
    }

    @Override
    public Optional<Position> lastPosition(RoomId room) {
        return life.rooms().lastPosition(room);
    }

    @Override
    public Instant now() {
        return FeedFixture.NOW;
    }

    @Override
    public boolean isSignedIn(Caller caller) {
        throw new UnsupportedOperationException("nobody extends a token here");
    }
}
