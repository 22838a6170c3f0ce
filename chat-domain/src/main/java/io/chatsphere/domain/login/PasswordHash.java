package io.chatsphere.domain.login;

import java.util.Objects;

/** What is stored of a password, in the format of the hasher that made it. It cannot be printed. */
public final class PasswordHash {
    private final String value;

    public PasswordHash(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The hash itself, for the store and the hasher alone. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordHash hash && hash.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
