package io.chatsphere.domain.user;

/** How a store looks up what somebody typed into a login form. */
public final class Handles {
    private Handles() {}

    /** The key that {@link Username#key()} and {@link Email#key()} would give, for text that may be neither. */
    public static String key(String handle) {
        return Text.key(handle.strip());
    }
}
