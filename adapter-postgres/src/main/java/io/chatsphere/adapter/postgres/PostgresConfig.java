package io.chatsphere.adapter.postgres;

import io.chatsphere.adapter.postgres.sql.DatabaseUrl;
import java.util.Optional;

/**
 * Where the database is and how much of it to use. It never prints the password.
 *
 * @param jdbcUrl as the driver takes it, without user and password
 * @param user empty: the name under which this program runs
 * @param password empty: none, or the one in the user's password file
 * @param poolSize connections for everything but appending, at least 1
 * @param writers transactions that append at the same time, each with a connection of its own, at least 1
 */
public record PostgresConfig(
        String jdbcUrl, Optional<String> user, Optional<String> password, int poolSize, int writers) {
    /** Enough for several thousand reads a second; a database does more with few connections than with many. */
    public static final int DEFAULT_POOL_SIZE = 10;

    /** While one writer waits for the disk the other works; more make smaller batches and so dearer messages. */
    public static final int DEFAULT_WRITERS = 2;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is too small
     */
    public PostgresConfig {
        if (poolSize < 1 || writers < 1) {
            throw new IllegalArgumentException("The pool and the writers each need at least one connection.");
        }
    }

    /**
     * Reads a database URL: {@code postgresql://user:password@host:port/database?option=value}, also with {@code postgres},
     * {@code postgresql+asyncpg} (any driver name) or {@code jdbc:postgresql} in front. User, password and options are
     * percent-decoded; options are the JDBC driver's, and the common ones of libpq.
     *
     * @throws IllegalArgumentException with a sentence for people, without the URL or its password, if it is no such URL
     */
    public static PostgresConfig parse(String url) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        return new PostgresConfig(
                parsed.jdbcUrl(), parsed.user(), parsed.password(), DEFAULT_POOL_SIZE, DEFAULT_WRITERS);
    }

    /** The same with another size of the pool. */
    public PostgresConfig withPoolSize(int size) {
        return new PostgresConfig(jdbcUrl, user, password, size, writers);
    }

    /** The same with another number of writers. */
    public PostgresConfig withWriters(int count) {
        return new PostgresConfig(jdbcUrl, user, password, poolSize, count);
    }

    DatabaseUrl url() {
        return new DatabaseUrl(jdbcUrl, user, password);
    }

    @Override
    public String toString() {
        return "PostgresConfig[poolSize=" + poolSize + ", writers=" + writers + ", the rest hidden]";
    }
}
