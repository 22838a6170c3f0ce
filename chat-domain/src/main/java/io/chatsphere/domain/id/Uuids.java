package io.chatsphere.domain.id;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes and reads UUIDs. */
final class Uuids {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int TEXT_LENGTH = 36;

    private Uuids() {}

    /**
     * A UUID of version 7 (RFC 9562): 48 bits of Unix time in milliseconds, then random bits, so that ids sort roughly by
     * age and index well. Order in a room never depends on them.
     */
    static UUID version7(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | VERSION_7 | (random.nextLong() & 0xFFFL);
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }

    /** Reads the canonical form only; {@link UUID#fromString} alone would also take {@code 1-1-1-1-1}. */
    static UUID parse(String text, String field) {
        if (text.length() == TEXT_LENGTH) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw invalid(field);
            }
        }
        throw invalid(field);
    }

    private static ChatException.Invalid invalid(String field) {
        return new ChatException.Invalid(ErrorCode.ID_INVALID, field);
    }
}
