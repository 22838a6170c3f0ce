package io.chatsphere.domain.id;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The id of a user. Embedders may bring ids of their own. */
public record UserId(UUID value) {
    public UserId {
        requireNonNull(value, "value");
    }

    /** A new id of version 7, made at {@code now}; as thread-safe as {@code random}. */
    public static UserId next(Instant now, RandomGenerator random) {
        return new UserId(Uuids.version7(now, random));
    }

    /**
     * Reads the canonical spelling of a UUID.
     *
     * @param field what the fault names
     * @throws io.chatsphere.domain.error.ChatException.Invalid if {@code text} is something else
     */
    public static UserId parse(String text, String field) {
        return new UserId(Uuids.parse(text, field));
    }

    /** The canonical spelling, as on the wire. */
    @Override
    public String toString() {
        return value.toString();
    }
}
