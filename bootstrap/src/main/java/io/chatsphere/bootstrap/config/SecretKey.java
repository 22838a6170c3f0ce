package io.chatsphere.bootstrap.config;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What access tokens are signed with. It cannot be printed. */
public final class SecretKey {
    private static final int MIN_BYTES = 32;
    private static final int MIN_CHARACTERS = 8;
    private static final List<String> PLACEHOLDERS =
            List.of("change-me", "changeme", "change-this", "change-in-prod", "your-secret", "your-super-secret");

    private final String value;

    public SecretKey(String value) {
        this.value = value;
    }

    /** The bytes to sign with. */
    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** Why it should not guard a server that others can reach: the rest of a sentence about it. */
    public Optional<String> weakness() {
        String plain = value.toLowerCase(Locale.ROOT).replaceAll("[_ ]", "-");
        if (bytes().length < MIN_BYTES) {
            return Optional.of("must have at least " + MIN_BYTES + " bytes.");
        }
        if (PLACEHOLDERS.stream().anyMatch(plain::contains)) {
            return Optional.of("is a placeholder that others know too.");
        }
        if (value.chars().distinct().count() < MIN_CHARACTERS) {
            return Optional.of("repeats too few different characters.");
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "SecretKey[hidden]";
    }
}
