package io.chatsphere.application.memory;

import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.login.PasswordHasher;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes passwords with what every JDK has: PBKDF2 with HMAC-SHA-256. As many calls run at once as half the processors;
 * {@value #WAITING} more wait, at most ten seconds.
 *
 * <p>A hash reads {@code pbkdf2-sha256$iterations$salt$key}, salt and key in base64; it is checked with the iterations that
 * it names, so that raising them keeps old hashes valid.
 */
public final class Pbkdf2PasswordHasher implements PasswordHasher {
    /** What is recommended for this function (OWASP, 2023). */
    public static final int DEFAULT_ITERATIONS = 600_000;

    private static final int WAITING = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;

    private final SecureRandom random = new SecureRandom();
    private final int iterations;
    private final Bulkhead bulkhead;

    /** With {@link #DEFAULT_ITERATIONS}. */
    public Pbkdf2PasswordHasher() {
        this(DEFAULT_ITERATIONS);
    }

    /**
     * With this many iterations for new hashes.
     *
     * @param iterations at least 1; fewer than the default are for tests
     */
    public Pbkdf2PasswordHasher(int iterations) {
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations must be positive: " + iterations);
        }
        this.iterations = iterations;
        this.bulkhead = new Bulkhead(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), WAITING, PATIENCE);
    }

    @Override
    public PasswordHash hash(Password password) {
        byte[] salt = salt();
        byte[] key = bulkhead.run(() -> derive(password, salt, iterations));
        return new Pbkdf2Hash(iterations, salt, key).encoded();
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        Optional<Pbkdf2Hash> stored = Pbkdf2Hash.parse(hash);
        if (stored.isEmpty()) {
            return false;
        }
        byte[] key = bulkhead.run(
                () -> derive(password, stored.get().salt(), stored.get().iterations()));
        return MessageDigest.isEqual(key, stored.get().key());
    }

    @Override
    public void waste(Password password) {
        bulkhead.run(() -> derive(password, salt(), iterations));
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static byte[] derive(Password password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, KEY_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime of ours has PBKDF2 with HMAC-SHA-256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
