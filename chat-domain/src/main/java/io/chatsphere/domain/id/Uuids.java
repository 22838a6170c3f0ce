package io.chatsphere.domain.id;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Makes and reads UUIDs. */
final class Uuids {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final Pattern CANONICAL = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

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

    /** Reads the canonical form only, in either case; {@link UUID#fromString} alone takes signs and parts of other lengths. */
    static UUID parse(String text, String field) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new ChatException.Invalid(ErrorCode.ID_INVALID, field);
        }
        return UUID.fromString(text);
    }
}
