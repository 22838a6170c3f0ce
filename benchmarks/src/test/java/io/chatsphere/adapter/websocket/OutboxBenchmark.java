package io.chatsphere.adapter.websocket;

import io.chatsphere.adapter.websocket.frame.ServerFrames;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One connection's share of a run of messages: taken, handed to a connection that takes all at once, and forgotten. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OutboxBenchmark {
    /** So many messages make a run. */
    @Param({"1", "64"})
    public int run;

    private final FrameQueue queue = new FrameQueue(WebSocketSettings.DEFAULT.outgoing());
    private OneDelivery sent;
    private Outbox outbox;
    private ByteBuffer frame;

    /** Sends the message that is delivered. */
    @Setup
    public void send() {
        ServerFrames frames = new ServerFrames(Clock.systemUTC(), Duration.ofSeconds(30));
        sent = OneDelivery.make();
        frame = sent.delivery().encoded(frames.changes()).frame();
        outbox = new Outbox(new Outflow(new Nowhere(), WebSocketSettings.DEFAULT.outgoing()), frames);
    }

    /** By way of the outbox, which also keeps what to tell of conversations. */
    @Benchmark
    public boolean offerAndDrain() {
        boolean taken = true;
        for (int i = 0; i < run; i++) {
            taken &= outbox.offer(sent.delivery());
        }
        outbox.flush();
        outbox.outflow().written();
        return taken;
    }

    /** The queue alone. */
    @Benchmark
    public int addAndTake() {
        for (int i = 0; i < run; i++) {
            queue.add(frame);
        }
        int taken = queue.takeRun().size();
        queue.runWritten();
        return taken;
    }

    private static final class Nowhere implements Outflow.Sink {
        @Override
        public void send(ByteBuffer frame, boolean more) {
            // It is gone.
        }

        @Override
        public void close(CloseReason reason) {
            throw new IllegalStateException("nobody closes here: " + reason);
        }
    }
}
