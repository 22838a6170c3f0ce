package io.chatsphere.domain.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** What a device shows to get new access tokens: 256 random bits, base64url. Only its hash is stored; cannot be printed. */
public final class RefreshToken {
    private static final int BYTES = 32;

    private final String value;

    public RefreshToken(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** A new token; {@code random} must be a cryptographic generator. */
    public static RefreshToken next(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What the store keeps. The token is random enough that a plain SHA-256 cannot be guessed back. */
    public RefreshTokenHash hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return new RefreshTokenHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
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
