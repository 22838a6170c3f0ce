package io.chatsphere.bootstrap.server;

import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.redis.RedisAdapter;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.ChatSphereBuilder;
import io.chatsphere.application.delivery.LiveSettings;
import io.chatsphere.application.health.HealthCheck;
import io.chatsphere.application.memory.InMemoryRateLimiter;
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
import java.util.List;
import java.util.Optional;
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
        Optional<RedisAdapter> redis =
                config.redis().map(settings -> parts.open(() -> new RedisAdapter(settings, System::nanoTime)));
        ChatSphereBuilder builder = builder(storage, hasher);
        redis.ifPresent(adapter -> join(builder, adapter));
        ChatSphere chat = builder.build();
        List<HealthCheck> checks = List.of(new DatabaseHealth(storage), new RedisHealth(redis, chat));
        WebServer web = parts.open(() -> new WebServer(config, chat, checks, clock));
        parts.open(() -> (AutoCloseable) web::awaitGone);
        // Live sessions are told of the end before the web server goes, and behind the answers to what they have sent.
        parts.open(() -> chat);
        parts.open(() -> (AutoCloseable) web::drain);
        redis.ifPresent(RedisAdapter::open);
        open(chat::open);
        int port = web.start();
        LOG.info("ChatSphere {} serves {}", ProgramVersion.text(), web.address(port));
        return port;
    }

    /** What nodes share. While Redis is away this node counts for itself. */
    private static void join(ChatSphereBuilder builder, RedisAdapter redis) {
        builder.bus(redis.bus())
                .presence(redis.presence())
                .rateLimiter(redis.limiter(new InMemoryRateLimiter(System::nanoTime)));
    }

    private ChatSphereBuilder builder(PostgresStorage storage, BcryptPasswordHasher hasher) {
        LiveSettings live = new LiveSettings(
                config.live().maxPerUser(),
                LiveSettings.DEFAULT.sweepInterval(),
                LiveSettings.DEFAULT.connectDeadline());
        return ChatSphere.builder()
                .storage(storage.storage())
                .nodes(storage.nodes())
                .passwordHasher(hasher)
                .accessTokens(new JwtAccessTokens(secretKey().bytes(), clock))
                .clock(clock)
                .tokenLifetimes(config.lifetimes())
                .live(live)
                .limits(config.limits())
                .presenceSettings(PresenceSettings.DEFAULT.withOnlineListLimit(
                        config.live().onlineListLimit()))
                .maxMessageLength(config.maxMessageLength());
    }

    private SecretKey secretKey() {
        config.secretKey()
                .flatMap(SecretKey::weakness)
                .ifPresent(weakness -> LOG.warn("This is no server for others yet: the SECRET_KEY {}", weakness));
        return config.secretKey().orElseGet(this::keptSecretKey);
    }

    private SecretKey keptSecretKey() {
        Path file = config.dataDirectory().resolve("secret-key");
        config.redis()
                .ifPresent(redis -> LOG.warn(
                        "No SECRET_KEY is set: this node signs tokens with the one in {}, and others refuse them unless they"
                                + " have the same; set it on every node",
                        file));
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
     * Sends new clients elsewhere, answers what was sent, ends live sessions, and closes everything in the reverse order of
     * its start; within ten seconds, as far as it is up to this program. Idempotent; who calls it meanwhile waits for its end.
     */
    @Override
    public void close() {
        parts.close();
        closed.countDown();
    }
}
