package io.chatsphere.application.memory;

import io.chatsphere.domain.login.PasswordHash;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a {@link Pbkdf2PasswordHasher} stores of a password. */
final class Pbkdf2Hash {
    private static final String NAME = "pbkdf2-sha256";
    // 16 bytes of salt and 32 of key, both without padding; no more iterations than an int takes.
    private static final Pattern SHAPE =
            Pattern.compile(NAME + "\\$([1-9][0-9]{0,8})\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    private final int iterations;
    private final byte[] salt;
    private final byte[] key;

    Pbkdf2Hash(int iterations, byte[] salt, byte[] key) {
        this.iterations = iterations;
        this.salt = salt.clone();
        this.key = key.clone();
    }

    /** Reads a hash; empty if it is of another format. */
    static Optional<Pbkdf2Hash> parse(PasswordHash hash) {
        Matcher parts = SHAPE.matcher(hash.reveal());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Base64.Decoder decoder = Base64.getDecoder();
        return Optional.of(new Pbkdf2Hash(
                Integer.parseInt(parts.group(1)), decoder.decode(parts.group(2)), decoder.decode(parts.group(3))));
    }

    PasswordHash encoded() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return new PasswordHash(String.join(
                "$", NAME, Integer.toString(iterations), encoder.encodeToString(salt), encoder.encodeToString(key)));
    }

    int iterations() {
        return iterations;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] key() {
        return key.clone();
    }
}
