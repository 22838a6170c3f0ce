package io.chatsphere.adapter.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.util.BufferUtil;

/** Makes messages of text frames, most of which are whole messages. One thread at a time adds; the rest may be asked by any. */
final class Fragments {
    private static final int NONE = -1;

    private final WebSocketSettings.Incoming limits;
    private Optional<ByteArrayOutputStream> begun = Optional.empty();
    private int count;
    private volatile int begunAt = NONE;

    Fragments(WebSocketSettings.Incoming limits) {
        this.limits = limits;
    }

    /** Why another fragment of so many bytes is too much; empty if it is not. */
    Optional<CloseReason> refusal(int size) {
        int before = begun.map(ByteArrayOutputStream::size).orElse(0);
        if (size > limits.messageBytes() - before) {
            return Optional.of(CloseReason.TOO_BIG);
        }
        return count >= limits.fragments() ? Optional.of(CloseReason.TOO_MANY_FRAGMENTS) : Optional.empty();
    }

    /**
     * Adds a frame's payload, of which nothing is kept.
     *
     * @param now the number of the current step
     * @return the message, if {@code last} completes one
     * @throws CharacterCodingException if the message is not UTF-8
     */
    Optional<String> add(ByteBuffer payload, boolean last, int now) throws CharacterCodingException {
        byte[] bytes = BufferUtil.toArray(payload);
        if (last && begun.isEmpty()) {
            return Optional.of(text(bytes));
        }
        ByteArrayOutputStream message = begun.orElseGet(ByteArrayOutputStream::new);
        message.writeBytes(bytes);
        if (last) {
            begun = Optional.empty();
            count = 0;
            begunAt = NONE;
            return Optional.of(text(message.toByteArray()));
        }
        if (begun.isEmpty()) {
            begun = Optional.of(message);
            begunAt = now;
        }
        count++;
        return Optional.empty();
    }

    /** Whether the fragments of a message have been coming for more than so many steps. */
    boolean isOverdue(int now, int steps) {
        int since = begunAt;
        return since != NONE && now - since > steps;
    }

    /** Strict, unlike the constructor of String, which would replace what is malformed. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
