package io.chatsphere.domain.id;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The id of one life of a node: a node that is started again is another one. */
public record NodeId(UUID value) {
    public NodeId {
        requireNonNull(value, "value");
    }

    /** A new id of version 7, made at {@code now}; as thread-safe as {@code random}. */
    public static NodeId next(Instant now, RandomGenerator random) {
        return new NodeId(Uuids.version7(now, random));
    }

    /** The canonical spelling. */
    @Override
    public String toString() {
        return value.toString();
    }
}
