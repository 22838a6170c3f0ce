package io.chatsphere.adapter.websocket;

import io.chatsphere.domain.limit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How live connections behave.
 *
 * @param timing how long peers may be silent or slow
 * @param incoming what one connection may send
 * @param outgoing what may wait for one connection
 * @param origins which web pages may connect
 * @param language of texts for people where a client asks for none
 */
public record WebSocketSettings(Timing timing, Incoming incoming, Outgoing outgoing, Origins origins, Locale language) {
    /** The usual settings, for messages of at most 4,000 characters. */
    public static final WebSocketSettings DEFAULT = new WebSocketSettings(
            new Timing(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(5)),
            Incoming.forMessagesOf(4_000),
            new Outgoing(2_048, 4 << 20),
            new Origins(Optional.empty(), List.of()),
            Locale.CHINESE);

    /**
     * How long peers may be silent or slow. All are kept to about a second, or to half of the shortest if that is less.
     *
     * @param heartbeat a peer that is silent for so long is sent a ping
     * @param timeout a peer from which no frame came for so long is cut off
     * @param assembly how long the fragments of one message may take
     * @param closing how long a peer may take to let itself be closed
     */
    public record Timing(Duration heartbeat, Duration timeout, Duration assembly, Duration closing) {
        public Timing {
            if (!heartbeat.isPositive() || !timeout.isPositive() || !assembly.isPositive() || !closing.isPositive()) {
                throw new IllegalArgumentException("times of a connection must be positive");
            }
        }
    }

    /**
     * What one connection may send.
     *
     * @param messageBytes the greatest size of a frame and of a message
     * @param fragments the greatest number of frames of one message
     * @param waiting so many messages wait to be handled before no more are read from the connection
     * @param refusals so many frames may be refused at once, as they are broken or come too fast; one more closes the
     *     connection, and the budget refills by a hundredth in each second
     * @param rate how many frames may come at once, and how fast the budget refills; empty for no limit
     */
    public record Incoming(int messageBytes, int fragments, int waiting, int refusals, Optional<Rate> rate) {
        private static final int ENVELOPE_BYTES = 64 << 10;
        /** 120 frames at once, then 20 in each second. */
        private static final Rate USUAL_RATE = new Rate(120, Duration.ofSeconds(6));

        private static final int ESCAPED_CODE_POINT_BYTES = 12;

        public Incoming {
            if (messageBytes < 1 || fragments < 1 || waiting < 1 || refusals < 1) {
                throw new IllegalArgumentException("limits of a connection must be positive");
            }
        }

        /** Room for messages of so many code points, even when each is written as two escapes. */
        public static Incoming forMessagesOf(int codePoints) {
            return new Incoming(
                    ENVELOPE_BYTES + ESCAPED_CODE_POINT_BYTES * codePoints, 64, 64, 2_000, Optional.of(USUAL_RATE));
        }

        /** The same without a limit on how fast frames come, as benchmarks need it. */
        public Incoming unlimited() {
            return new Incoming(messageBytes, fragments, waiting, refusals, Optional.empty());
        }
    }

    /**
     * What may wait for one connection; beyond either the connection is closed as too slow.
     *
     * @param frames the greatest number of frames
     * @param bytes the greatest size of all of them, at least that of one frame
     */
    public record Outgoing(int frames, int bytes) {
        public Outgoing {
            if (frames < 1 || bytes < 1) {
                throw new IllegalArgumentException("bounds of an outbox must be positive");
            }
        }
    }

    /**
     * Which web pages may connect beside those of the server's own host.
     *
     * @param publicUrl where the server is reached from outside
     * @param allowed other origins, such as {@code https://chat.example.org}, or {@code *} for all
     */
    public record Origins(Optional<String> publicUrl, List<String> allowed) {
        public Origins {
            allowed = List.copyOf(allowed);
        }
    }
}
