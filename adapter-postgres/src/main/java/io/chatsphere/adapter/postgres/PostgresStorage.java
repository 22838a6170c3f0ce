package io.chatsphere.adapter.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.chatsphere.adapter.postgres.conversation.JdbiConversationRepository;
import io.chatsphere.adapter.postgres.delivery.JdbiChangeLog;
import io.chatsphere.adapter.postgres.delivery.JdbiNodeRegistry;
import io.chatsphere.adapter.postgres.login.JdbiLoginRepository;
import io.chatsphere.adapter.postgres.message.JdbiMessageRepository;
import io.chatsphere.adapter.postgres.room.JdbiRoomRepository;
import io.chatsphere.adapter.postgres.sql.Connections;
import io.chatsphere.adapter.postgres.sql.Database;
import io.chatsphere.adapter.postgres.sql.Migrations;
import io.chatsphere.adapter.postgres.sql.Pool;
import io.chatsphere.adapter.postgres.sql.ServerChecks;
import io.chatsphere.adapter.postgres.sql.SqlFailures;
import io.chatsphere.adapter.postgres.user.JdbiUserRepository;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.NodeRegistry;
import io.chatsphere.domain.error.ChatException;
import javax.sql.DataSource;

/**
 * The storage ports on a PostgreSQL database, version 14 or later. Making it does no I/O: {@link #migrate} makes or upgrades
 * the tables, {@link #open} checks the server and starts the threads that append, {@link #close} ends them.
 *
 * <p>The tables go to the first schema of the connection's {@code search_path}. Thread-safe.
 */
public final class PostgresStorage implements AutoCloseable {
    private final Connections connections;
    private final Database database;
    private final Migrations migrations;
    private final JdbiMessageRepository messages;
    private final Storage storage;
    private final NodeRegistry nodes;

    /** On a pool of its own. */
    public PostgresStorage(PostgresConfig config) {
        this(own(config), new Migrations(Pool.patient(config.url())), config.writers());
    }

    /**
     * On the connections of a host application. Each of the {@value PostgresConfig#DEFAULT_WRITERS} writers keeps one of
     * them, everything else takes one for a transaction. Settings are made for the transaction alone; the application's
     * sessions stay as they are. {@link #close} leaves the source open.
     */
    public PostgresStorage(DataSource source) {
        this(new Connections(source, source, true), new Migrations(source), PostgresConfig.DEFAULT_WRITERS);
    }

    private PostgresStorage(Connections connections, Migrations migrations, int writers) {
        this.connections = connections;
        this.database = new Database(connections);
        this.migrations = migrations;
        this.messages = new JdbiMessageRepository(database, connections, writers);
        this.storage = new Storage(
                new JdbiUserRepository(database),
                new JdbiLoginRepository(database),
                new JdbiRoomRepository(database),
                messages,
                new JdbiConversationRepository(database),
                new JdbiChangeLog(database));
        this.nodes = new JdbiNodeRegistry(database);
    }

    /**
     * Makes the tables, or upgrades them from an earlier version. Idempotent; of several nodes that do this at once, one
     * works and the others wait.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if the database does not answer
     * @throws IllegalStateException with a sentence for people if the tables are not ours
     */
    public void migrate() {
        reaching(migrations::run);
    }

    /**
     * Checks that the server keeps what it acknowledges and that the tables are there, and starts the writers. After a
     * failure it may be tried again.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if the database does not answer
     * @throws IllegalStateException with a sentence for people if the server or its tables will not do
     */
    public void open() {
        reaching(() -> {
            migrations.requireDone();
            database.write(handle -> {
                ServerChecks.require(handle);
                return handle;
            });
        });
        messages.start();
    }

    /** The ports, usable once {@link #open} has returned. */
    public Storage storage() {
        return storage;
    }

    /** The nodes that share the database, usable once {@link #open} has returned. */
    public NodeRegistry nodes() {
        return nodes;
    }

    /**
     * Asks the server for a sign of life.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if there is none within about five seconds
     */
    public void ping() {
        database.read(
                handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
    }

    /** Commits what waits, at most 4 seconds, then ends the writers and a pool of its own. Idempotent. */
    @Override
    public void close() {
        messages.close();
        if (!connections.borrowed() && connections.source() instanceof HikariDataSource pool) {
            pool.close();
        }
    }

    private static Connections own(PostgresConfig config) {
        return new Connections(Pool.of(config.url(), config.poolSize()), Pool.unpooled(config.url()), false);
    }

    /** A server that knows neither us nor our database will not in a second either. */
    private static void reaching(Runnable work) {
        try {
            work.run();
        } catch (ChatException.Unavailable e) {
            throw SqlFailures.isTurnedAway(e)
                    ? new IllegalStateException("PostgreSQL refuses the user, the password or the database name.", e)
                    : e;
        }
    }
}
