package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Letting clients in. */
class ConnectionsTest {
    private static final int AT_A_TIME = Connections.ADMITTED_AT_A_TIME;
    private static final int CLIENTS = 3 * AT_A_TIME;

    private final Connections connections = new Connections(WebSocketSettings.DEFAULT);

    @Test
    void of_many_who_come_at_once_few_are_let_in_at_a_time_and_at_last_all() throws Exception {
        CountDownLatch store = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> admitted = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                admitted.add(clients.submit(() -> connections.admit(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    awaitQuietly(store);
                    inside.decrementAndGet();
                    return true;
                })));
            }
            await().until(() -> inside.get() == AT_A_TIME);
            store.countDown();

            for (Future<Boolean> client : admitted) {
                assertThat(client.get(10, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(most).hasValue(AT_A_TIME);
    }

    @Test
    void one_who_cannot_be_let_in_makes_room_for_the_next() {
        for (int i = 0; i < 2 * AT_A_TIME; i++) {
            assertThatThrownBy(() -> connections.admit(() -> {
                        throw new IllegalStateException("a defect");
                    }))
                    .hasMessage("a defect");
        }

        assertThat(connections.admit(() -> false)).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
