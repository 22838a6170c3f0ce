package io.chatsphere.application.delivery;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.delivery.UserChanges;
import io.chatsphere.domain.delivery.UserState;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FailingReadTest {
    private static final LiveSettings QUICK = new LiveSettings(5, Duration.ofMillis(50), Duration.ofSeconds(5));

    @Test
    void a_room_is_repaired_by_a_later_sweep_when_a_read_fails_in_a_way_that_nobody_expects() {
        Storage store = new InMemoryStore().storage();
        FailingOnce changes = new FailingOnce(store.changes());
        Storage failing = new Storage(
                store.users(), store.logins(), store.rooms(), store.messages(), store.conversations(), changes);
        try (ChatSphere here = ChatSphere.builder().storage(failing).live(QUICK).build();
                ChatSphere elsewhere = ChatSphere.builder().storage(store).build()) {
            here.open();
            elsewhere.open();
            Caller anna = user(here, "anna");
            RecordingListener listener = new RecordingListener();
            here.connect(anna, listener);

            send(elsewhere, anna, GENERAL, "nobody here is told of it");

            await().untilAsserted(() -> assertThat(listener.revisions()).containsExactly(1L));
            assertThat(changes.reads).hasValueGreaterThan(1);
        }
    }

    /** A log whose first answer is a defect. */
    private static final class FailingOnce implements ChangeLog {
        private final ChangeLog changes;
        private final AtomicInteger reads = new AtomicInteger();

        FailingOnce(ChangeLog changes) {
            this.changes = changes;
        }

        @Override
        public RoomChanges since(RoomId room, Revision after, int limit) {
            if (reads.incrementAndGet() == 1) {
                throw new IllegalStateException("expected by this test");
            }
            return changes.since(room, after, limit);
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
        public UserChanges userSince(UserId user, Revision after) {
            return changes.userSince(user, after);
        }

        @Override
        public Optional<UserState> userState(UserId user) {
            return changes.userState(user);
        }
    }
}
