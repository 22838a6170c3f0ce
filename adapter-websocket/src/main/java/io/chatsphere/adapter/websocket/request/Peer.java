package io.chatsphere.adapter.websocket.request;

import io.chatsphere.application.delivery.LiveSession;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The client at the other end of a connection, who is let in. Its frames are handled by one thread at a time. */
public interface Peer {
    /** The session that was opened for the connection. */
    LiveSession session();

    /** Whether the connection is gone; what it asked for is done all the same. */
    boolean isGone();

    /** In which language they are told what went wrong. */
    Locale language();

    /** Queues a frame for this connection alone. */
    void answer(ByteBuffer frame);

    /** Counts one more frame, which counts as {@code weight}; how long to wait with it if it is one too many. */
    Optional<Duration> countFrame(int weight);

    /** One more frame was broken, or one too many; too many of these close the connection. */
    void countRefused();
}
