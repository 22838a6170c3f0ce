package io.chatsphere.bootstrap.process.cluster.client;

/**
 * A promise that was broken.
 *
 * @param who the reader or the sender
 * @param what says the rest, with the revision
 */
public record Finding(Kind kind, String who, String where, String what) {
    /** Which promise. */
    public enum Kind {
        LOST,
        DUPLICATED,
        REORDERED,
        UNENTITLED,
        MISCOUNTED,
        UNEXPECTED
    }

    @Override
    public String toString() {
        return kind + " for " + who + " in " + where + ": " + what;
    }
}
