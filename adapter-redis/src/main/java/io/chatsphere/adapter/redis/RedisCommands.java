package io.chatsphere.adapter.redis;

import io.chatsphere.domain.error.ChatException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.PooledConnectionProvider;

/**
 * Runs commands that are waited for, on a few connections of their own. While Redis is known to be away they fail at once;
 * the first that finds it away fails within the timeouts of its settings. Thread-safe.
 */
final class RedisCommands implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofMillis(500);

    private final Availability availability;
    private final PooledConnectionProvider connections;
    private final UnifiedJedis jedis;
    private final AtomicInteger turns = new AtomicInteger();

    RedisCommands(Primary primary, Availability availability) {
        this.availability = availability;
        this.connections = new PooledConnectionProvider(primary.pooled(), poolConfig());
        this.jedis = new Jedis(connections);
    }

    /** Opens the constructor that connects to nothing. */
    private static final class Jedis extends UnifiedJedis {
        Jedis(PooledConnectionProvider connections) {
            super(connections, RedisProtocol.RESP2);
        }
    }

    /**
     * Runs a command, or a script, or a pipeline.
     *
     * @throws ChatException.Unavailable if there is no answer, or if it is an error
     */
    <T> T run(Function<UnifiedJedis, T> command) {
        int now = availability.turns();
        if (!availability.answers()) {
            throw new ChatException.Unavailable();
        }
        if (turns.getAndSet(now) != now) {
            connections.getPool().clear();
        }
        try {
            return command.apply(jedis);
        } catch (JedisConnectionException e) {
            availability.failed(e);
            throw new ChatException.Unavailable(e);
        } catch (JedisDataException e) {
            if (isReplica(e)) {
                connections.getPool().clear();
            }
            throw new ChatException.Unavailable(e);
        } catch (JedisException e) {
            throw new ChatException.Unavailable(e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    /** Another server has taken over: new connections find it. */
    private static boolean isReplica(JedisDataException e) {
        return String.valueOf(e.getMessage()).startsWith("READONLY");
    }

    private static ConnectionPoolConfig poolConfig() {
        ConnectionPoolConfig config = new ConnectionPoolConfig();
        config.setMaxTotal(CONNECTIONS);
        config.setMaxIdle(CONNECTIONS);
        config.setMaxWait(WAIT_FOR_CONNECTION);
        config.setJmxEnabled(false);
        return config;
    }
}
