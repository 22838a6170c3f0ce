package io.chatsphere.domain.login;

import java.util.Objects;
import java.util.random.RandomGenerator;

/** What a device shows to get new access tokens: 256 random bits, base64url. Only its hash is stored; cannot be printed. */
public final class RefreshToken {
    private final String value;

    public RefreshToken(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** A new token; {@code random} must be a cryptographic generator. */
    public static RefreshToken next(RandomGenerator random) {
        return new RefreshToken(Secrets.next(random));
    }

    /** What the store keeps. */
    public RefreshTokenHash hash() {
        return new RefreshTokenHash(Secrets.hash(value));
    }

    /** The token itself, for its owner alone. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "RefreshToken[hidden]";
    }
}
