package io.chatsphere.bootstrap.server;

import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.delivery.LiveSettings;
import io.chatsphere.application.presence.PresenceSettings;
import io.chatsphere.bootstrap.config.SecretKey;
import io.chatsphere.bootstrap.config.ServerConfig;
import io.chatsphere.bootstrap.error.StartException;
import io.chatsphere.bootstrap.files.PrivateFiles;
import io.chatsphere.bootstrap.security.BcryptPasswordHasher;
import io.chatsphere.bootstrap.security.JwtAccessTokens;
import io.chatsphere.domain.error.ChatException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole server: database, core, and the web server with its two interfaces. Started and closed once; a close that comes
 * during the start ends it. Thread-safe.
 */
public final class ChatServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatServer.class);

    private final ServerConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Closing parts = new Closing();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A server that is not started yet. */
    public ChatServer(ServerConfig config) {
        this.config = config;
    }

    /**
     * Starts everything and returns when it serves.
     *
     * @return the port on which it listens
     * @throws StartException if it cannot serve; what was started is closed then
     */
    public int start() {
        try {
            return serve();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private int serve() {
        PostgresStorage storage = OpenDatabase.migrated(config, parts);
        open(storage::open);
        BcryptPasswordHasher hasher = parts.open(() -> new BcryptPasswordHasher(BcryptPasswordHasher.DEFAULT_COST));
        ChatSphere chat = chat(storage, hasher);
        WebServer web = parts.open(() -> new WebServer(config, chat, storage, clock));
        // Live sessions are told of the end before the web server goes.
        parts.open(() -> chat);
        open(chat::open);
        int port = web.start();
        config.redis()
                .ifPresent(
                        redis -> LOG.warn("Redis at {} is not used yet: this server is a single node", redis.place()));
        LOG.info("ChatSphere {} serves {}", ProgramVersion.text(), web.address(port));
        return port;
    }

    private ChatSphere chat(PostgresStorage storage, BcryptPasswordHasher hasher) {
        LiveSettings live = new LiveSettings(
                config.live().maxPerUser(),
                LiveSettings.DEFAULT.sweepInterval(),
                LiveSettings.DEFAULT.connectDeadline());
        return ChatSphere.builder()
                .storage(storage.storage())
                .passwordHasher(hasher)
                .accessTokens(new JwtAccessTokens(secretKey().bytes(), clock))
                .clock(clock)
                .tokenLifetimes(config.lifetimes())
                .live(live)
                .limits(config.limits())
                .presenceSettings(PresenceSettings.DEFAULT.withOnlineListLimit(
                        config.live().onlineListLimit()))
                .maxMessageLength(config.maxMessageLength())
                .build();
    }

    private SecretKey secretKey() {
        config.secretKey()
                .flatMap(SecretKey::weakness)
                .ifPresent(weakness -> LOG.warn("This is no server for others yet: the SECRET_KEY {}", weakness));
        return config.secretKey().orElseGet(this::keptSecretKey);
    }

    private SecretKey keptSecretKey() {
        Path file = config.dataDirectory().resolve("secret-key");
        try {
            return new SecretKey(PrivateFiles.secret(file));
        } catch (IOException e) {
            throw new StartException("The secret key cannot be kept in " + file + "; set SECRET_KEY or DATA_DIR.", e);
        }
    }

    private static void open(Runnable part) {
        try {
            part.run();
        } catch (ChatException.Unavailable e) {
            throw new StartException("The database stopped answering during the start.", e);
        } catch (IllegalStateException e) {
            throw new StartException(e.getMessage(), e);
        }
    }

    /** Waits until the server is closed. */
    public void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends live sessions, lets requests that are being answered finish, and closes everything in the reverse order of its
     * start. Idempotent.
     */
    @Override
    public void close() {
        parts.close();
        closed.countDown();
    }
}
