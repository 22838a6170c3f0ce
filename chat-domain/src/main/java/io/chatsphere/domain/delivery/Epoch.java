package io.chatsphere.domain.delivery;

import java.util.UUID;

/** One life of a store: a restore from a backup begins another, and revisions of an older one mean nothing in it. */
public record Epoch(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
