package io.chatsphere.domain.delivery;

import java.util.UUID;

/** One life of a store: a restore from a backup begins another, and revisions of an older one mean nothing in it. */
public record Epoch(UUID value) {
    /** No store's. */
    private static final Epoch FOREIGN = new Epoch(new UUID(0, 0));

    /** The epoch that is spelled so; for a text that spells none one that no store has, since to clients it is any text. */
    public static Epoch of(String text) {
        try {
            return new Epoch(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return FOREIGN;
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
