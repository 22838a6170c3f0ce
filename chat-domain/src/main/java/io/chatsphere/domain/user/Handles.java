package io.chatsphere.domain.user;

/** How a store looks up what somebody typed into a login form or a search. */
public final class Handles {
    private Handles() {}

    /**
     * The key that {@link Username#key()}, {@link Email#key()} and {@link DisplayName#key()} would give, for text that may be
     * none of them, or only their beginning.
     */
    public static String key(String handle) {
        return Text.key(handle.strip());
    }
}
