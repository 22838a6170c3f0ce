package io.chatsphere.application.memory;

import io.chatsphere.application.memory.data.ChangeReader;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.delivery.UserChanges;
import io.chatsphere.domain.delivery.UserState;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed in memory. */
final class InMemoryChangeLog implements ChangeLog {
    private static final int MAX_LIMIT = 1_000;

    private final InMemoryStore store;

    InMemoryChangeLog(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Epoch epoch() {
        return store.epoch();
    }

    @Override
    public Map<RoomId, Revision> heads(Collection<RoomId> rooms) {
        return store.transaction(data -> {
            Map<RoomId, Revision> heads = new HashMap<>();
            rooms.forEach(id -> data.rooms()
                    .find(id)
                    .ifPresent(room -> heads.put(id, room.changes().head())));
            return heads;
        });
    }

    @Override
    public Map<UserId, Revision> userHeads(Collection<UserId> users) {
        return store.transaction(data -> {
            Map<UserId, Revision> heads = new HashMap<>();
            users.forEach(id -> data.users()
                    .find(id)
                    .ifPresent(user -> heads.put(id, user.changes().head())));
            return heads;
        });
    }

    @Override
    public RoomChanges since(RoomId room, Revision after, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
        }
        return store.transaction(data -> data.rooms()
                .find(room)
                .map(found -> new ChangeReader(data).stretch(found, after, limit))
                .orElse(new RoomChanges(List.of(), Revision.ZERO, true)));
    }

    @Override
    public UserChanges userSince(UserId user, Revision after) {
        return store.transaction(data -> data.users()
                .find(user)
                .map(found -> new ChangeReader(data).stretch(found, after))
                .orElse(new UserChanges(List.of(), Revision.ZERO)));
    }

    @Override
    public Optional<UserState> userState(UserId user) {
        return store.transaction(data -> data.users()
                .find(user)
                .map(found -> new UserState(
                        found.user().summary(),
                        found.memberships(),
                        found.changes().head())));
    }
}
