package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutflowRaceTest {
    private static final int SOURCES = 4;
    private static final int ROUNDS = 15;
    private static final int FRAMES = 2_000;

    /** Counts who is inside at once, and completes each run at once, or later on another thread. */
    private static final class RacingSink implements Outflow.Sink {
        final List<Integer> sent = new ArrayList<>();
        final BlockingQueue<Runnable> later = new LinkedBlockingQueue<>();
        final AtomicInteger inside = new AtomicInteger();
        final AtomicInteger total = new AtomicInteger();
        volatile int intruders;
        final boolean direct;

        RacingSink(boolean direct) {
            this.direct = direct;
        }

        Runnable written = () -> {};

        @Override
        public void send(ByteBuffer frame, boolean more) {
            if (inside.incrementAndGet() != 1) {
                intruders = 1;
            }
            sent.add(frame.getInt());
            inside.decrementAndGet();
            total.incrementAndGet();
            if (!more && (direct || sent.size() % 3 == 0)) {
                written.run();
            } else if (!more) {
                later.add(written);
            }
        }

        @Override
        public void close(CloseReason reason) {
            throw new IllegalStateException("nobody closes it");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void many_sources_lose_nothing_double_nothing_and_keep_their_order(boolean direct) throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            race(new RacingSink(direct));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_step_that_waits_for_room_runs_once(boolean direct) throws InterruptedException {
        RacingSink sink = new RacingSink(direct);
        Outflow outflow = new Outflow(sink, new WebSocketSettings.Outgoing(8, Integer.MAX_VALUE));
        sink.written = outflow::written;
        Thread completer = Thread.ofPlatform().start(() -> complete(sink));
        AtomicInteger running = new AtomicInteger();
        BlockingQueue<Integer> ran = new LinkedBlockingQueue<>();
        for (int step = 0; step < FRAMES; step++) {
            int number = step;
            Thread writer = Thread.ofPlatform().start(() -> fill(outflow, number));
            outflow.whenDrained(() -> {
                if (running.incrementAndGet() != 1) {
                    sink.intruders = 1;
                }
                running.decrementAndGet();
                ran.add(number);
            });
            assertThat(ran.poll(20, TimeUnit.SECONDS)).isEqualTo(number);
            writer.join();
        }
        completer.interrupt();
        completer.join();
        assertThat(ran).isEmpty();
        assertThat(sink.intruders).isZero();
    }

    private static void fill(Outflow outflow, int first) {
        for (int i = 0; i < 8; i++) {
            if (!outflow.add(ByteBuffer.allocate(4).putInt(0, first))) {
                return;
            }
        }
        outflow.flush();
    }

    private static void race(RacingSink sink) throws InterruptedException {
        Outflow outflow = new Outflow(sink, new WebSocketSettings.Outgoing(Integer.MAX_VALUE, Integer.MAX_VALUE));
        sink.written = outflow::written;
        Thread completer = Thread.ofPlatform().start(() -> complete(sink));
        List<Thread> sources = new ArrayList<>();
        for (int source = 0; source < SOURCES; source++) {
            int first = source * FRAMES;
            sources.add(Thread.ofPlatform().start(() -> offer(outflow, first)));
        }
        for (Thread source : sources) {
            source.join();
        }
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> sink.total.get() == SOURCES * FRAMES);
        completer.interrupt();
        completer.join();
        assertThat(sink.intruders).isZero();
        int[] next = new int[SOURCES];
        for (int frame : sink.sent) {
            assertThat(frame % FRAMES).isEqualTo(next[frame / FRAMES]++);
        }
        assertThat(sink.sent).hasSize(SOURCES * FRAMES);
    }

    private static void offer(Outflow outflow, int first) {
        for (int i = 0; i < FRAMES; i++) {
            outflow.add(ByteBuffer.allocate(4).putInt(0, first + i));
            if (i % 5 == 4 || i == FRAMES - 1) {
                outflow.flush();
            }
        }
    }

    private static void complete(RacingSink sink) {
        try {
            while (true) {
                Runnable next = sink.later.poll(1, TimeUnit.HOURS);
                if (next != null) {
                    next.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
