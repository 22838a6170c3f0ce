package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.chatsphere.adapter.websocket.frame.ServerFrames;
import io.chatsphere.application.delivery.Delivery;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What one more recipient of a message costs a node: less than the message, so that its bytes are shared and not copied. */
class OutboxAllocationTest {
    /** The run that waits and the sink's view of the bytes; 208 where nothing is compiled. */
    private static final long MOST_PER_FRAME = 320;

    private static final int WARM_UP = 5_000;
    private static final int ROUNDS = 20;
    private static final int FRAMES = 100;

    @Test
    void a_message_on_its_way_to_one_recipient_allocates_less_than_its_own_size() {
        try (Deliveries deliveries = new Deliveries()) {
            Delivery delivery = deliveries.next("general", "text ".repeat(200));
            ServerFrames frames = new ServerFrames(new SettableClock(), Duration.ofSeconds(30));
            Outbox outbox = outbox(frames);
            send(outbox, delivery, WARM_UP);

            assertThat(delivery.encoded(frames.changes()).frame().remaining()).isGreaterThan(1_000);
            assertThat(leastBytesPerFrame(outbox, delivery)).isLessThan(MOST_PER_FRAME);
        }
    }

    private static long leastBytesPerFrame(Outbox outbox, Delivery delivery) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            send(outbox, delivery, FRAMES);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least / FRAMES;
    }

    private static void send(Outbox outbox, Delivery delivery, int times) {
        for (int i = 0; i < times; i++) {
            outbox.offer(delivery);
            outbox.flush();
            outbox.outflow().written();
        }
    }

    private static Outbox outbox(ServerFrames frames) {
        Outflow.Sink nowhere = new Outflow.Sink() {
            @Override
            public void send(ByteBuffer frame, boolean more) {
                // It is gone.
            }

            @Override
            public void close(CloseReason reason) {
                throw new AssertionError("nobody closes here: " + reason);
            }
        };
        return new Outbox(new Outflow(nowhere, new WebSocketSettings.Outgoing(1_000, 1 << 20)), frames);
    }
}
