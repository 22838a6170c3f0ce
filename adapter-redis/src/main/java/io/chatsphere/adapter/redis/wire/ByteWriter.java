package io.chatsphere.adapter.redis.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Puts values behind each other; numbers are big-endian. For one thread. */
final class ByteWriter {
    private static final int USUAL_SIZE = 512;

    private ByteBuffer bytes = ByteBuffer.allocate(USUAL_SIZE);

    void one(int value) {
        room(Byte.BYTES).put((byte) value);
    }

    void flag(boolean value) {
        one(value ? 1 : 0);
    }

    void number(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void number(long value) {
        room(Long.BYTES).putLong(value);
    }

    void id(UUID value) {
        number(value.getMostSignificantBits());
        number(value.getLeastSignificantBits());
    }

    void time(Instant value) {
        number(value.getEpochSecond());
        number(value.getNano());
    }

    void text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        room(encoded.length).put(encoded);
    }

    /** By its name: constants may move. */
    void constant(Enum<?> value) {
        text(value.name());
    }

    <T> void optional(Optional<T> value, Consumer<T> write) {
        flag(value.isPresent());
        value.ifPresent(write);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private ByteBuffer room(int size) {
        if (bytes.remaining() < size) {
            int capacity = Math.max(2 * bytes.capacity(), bytes.position() + size);
            bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
        }
        return bytes;
    }
}
