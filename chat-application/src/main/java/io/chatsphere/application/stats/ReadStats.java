package io.chatsphere.application.stats;

import io.chatsphere.application.login.Caller;

/** Reads how much is going on. */
public final class ReadStats {

    /**
     * The figures, at most 60 seconds old.
     */
    public Stats handle(Caller caller) {
        throw new UnsupportedOperationException();
    }
}
