package io.chatsphere.adapter.redis.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes out what {@link ByteWriter} put in. What does not fit throws some unchecked exception; no length is believed before
 * so many bytes are there. For one thread.
 */
final class ByteReader {
    private final ByteBuffer bytes;

    ByteReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    int one() {
        return bytes.get();
    }

    boolean flag() {
        return switch (one()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new IllegalArgumentException("neither yes nor no");
        };
    }

    int number() {
        return bytes.getInt();
    }

    long longNumber() {
        return bytes.getLong();
    }

    UUID id() {
        return new UUID(longNumber(), longNumber());
    }

    Instant time() {
        return Instant.ofEpochSecond(longNumber(), number());
    }

    String text() {
        int length = number();
        if (length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException("longer than what is there");
        }
        String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    <T> Optional<T> optional(Supplier<T> read) {
        return flag() ? Optional.of(read.get()) : Optional.empty();
    }

    /** Whether everything was taken. */
    boolean isDone() {
        return !bytes.hasRemaining();
    }
}
