package io.chatsphere.adapter.websocket;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.delivery.UserChanges;
import io.chatsphere.domain.delivery.UserState;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Counts how often changes of rooms are read. */
final class CountingLog {
    private final AtomicInteger reads = new AtomicInteger();

    /** The same storage, counted. */
    Storage around(Storage storage) {
        return new Storage(
                storage.users(),
                storage.logins(),
                storage.rooms(),
                storage.messages(),
                storage.conversations(),
                new Counted(storage.changes()));
    }

    int reads() {
        return reads.get();
    }

    void awaitReads(int atLeast) {
        Awaitility.await().until(() -> reads.get() >= atLeast);
    }

    private final class Counted implements ChangeLog {
        private final ChangeLog changes;

        Counted(ChangeLog changes) {
            this.changes = changes;
        }

        @Override
        public Epoch epoch() {
            return changes.epoch();
        }

        @Override
        public Map<RoomId, Revision> heads(Collection<RoomId> rooms) {
            return changes.heads(rooms);
        }

        @Override
        public Map<UserId, Revision> userHeads(Collection<UserId> users) {
            return changes.userHeads(users);
        }

        @Override
        public RoomChanges since(RoomId room, Revision after, int limit) {
            reads.incrementAndGet();
            return changes.since(room, after, limit);
        }

        @Override
        public UserChanges userSince(UserId user, Revision after) {
            return changes.userSince(user, after);
        }

        @Override
        public Optional<UserState> userState(UserId user) {
            return changes.userState(user);
        }
    }
}
