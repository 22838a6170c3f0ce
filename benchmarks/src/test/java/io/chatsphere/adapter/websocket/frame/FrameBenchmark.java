package io.chatsphere.adapter.websocket.frame;

import io.chatsphere.adapter.websocket.OneDelivery;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading what a client sends, and writing what it gets. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameBenchmark {
    private static final String SEND = """
            {"type":"send_message","data":{"content":"%s","chat_type":"room","chat_id":"general",\
            "client_message_id":"5f0c2d"}}""".formatted("Is anybody there? ".repeat(6));

    private final FrameCodec codec = new FrameCodec();
    private final ServerFrames frames = new ServerFrames(Clock.systemUTC(), Duration.ofSeconds(30));
    private OneDelivery sent;

    /** Sends the message that is written. */
    @Setup
    public void send() {
        sent = OneDelivery.make();
    }

    /** A client's message is read. */
    @Benchmark
    public ClientFrame parseSend() {
        return codec.decode(SEND);
    }

    /** A message is written, once for all who get it. */
    @Benchmark
    public EncodedChange encodeMessage() {
        return frames.changes().apply(sent.delivery());
    }

    /** Its sender is answered. */
    @Benchmark
    public ByteBuffer encodeAck() {
        return frames.ack(sent.room(), sent.sent());
    }
}
