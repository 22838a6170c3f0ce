package io.chatsphere.bootstrap.security;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.login.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Hashes passwords with bcrypt, in the format that other bcrypt libraries read too ({@code $2b$}). The work runs on
 * {@link HashingThreads}, half of the cores, while callers wait. Thread-safe; to be closed by whoever made it.
 */
public final class BcryptPasswordHasher implements PasswordHasher, AutoCloseable {
    /** The cost of the server: about a quarter of a second on a core of today. */
    public static final int DEFAULT_COST = 12;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2B;
    private static final int SALT_BYTES = 16;

    private final int cost;
    private final HashingThreads threads;
    private final SecureRandom random = new SecureRandom();

    /**
     * Hashes with this cost.
     *
     * @param cost the binary logarithm of the rounds, 4 to 31
     */
    public BcryptPasswordHasher(int cost) {
        this(cost, HashingThreads.halfOfTheCores());
    }

    BcryptPasswordHasher(int cost, HashingThreads threads) {
        if (cost < BCrypt.MIN_COST || cost > BCrypt.MAX_COST) {
            throw new IllegalArgumentException("bcrypt's cost is 4 to 31: " + cost);
        }
        this.cost = cost;
        this.threads = threads;
    }

    @Override
    public PasswordHash hash(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = threads.run(() -> hasher().hash(cost, salt, bytes(password)));
        return new PasswordHash(new String(hash, StandardCharsets.US_ASCII));
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        byte[] stored = hash.reveal().getBytes(StandardCharsets.UTF_8);
        // The library throws on an empty hash and answers "no match" to every other kind of nonsense.
        return stored.length > 0
                && threads.run(() ->
                        BCrypt.verifyer(null, LongPasswordStrategies.none()).verify(bytes(password), stored).verified);
    }

    @Override
    public void waste(Password password) {
        threads.run(() -> hasher().hashRaw(cost, new byte[SALT_BYTES], bytes(password)));
    }

    /** Ends the threads; calls from now on are refused. */
    @Override
    public void close() {
        threads.close();
    }

    /** All 72 bytes that a {@link Password} may have count, so that no strategy for longer ones is needed. */
    private BCrypt.Hasher hasher() {
        return BCrypt.with(VERSION, random, LongPasswordStrategies.none());
    }

    private static byte[] bytes(Password password) {
        return password.reveal().getBytes(StandardCharsets.UTF_8);
    }
}
