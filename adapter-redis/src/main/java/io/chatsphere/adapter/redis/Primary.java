package io.chatsphere.adapter.redis;

import io.chatsphere.adapter.redis.RedisSettings.Address;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Opens connections to the server that writes. With sentinels they are asked each time, so that what reconnects finds the
 * new one. Thread-safe.
 */
final class Primary implements JedisSocketFactory {
    private final RedisSettings settings;

    Primary(RedisSettings settings) {
        this.settings = settings;
    }

    /**
     * Connects and signs in. The connection has one life.
     *
     * @param silence how long a read may wait
     * @throws JedisException if that fails
     */
    Connection connect(Duration silence) {
        AtomicBoolean used = new AtomicBoolean();
        JedisSocketFactory once = () -> {
            // Left alone, it would quietly connect again at the next write, and nobody would have signed in.
            if (used.getAndSet(true)) {
                throw new JedisConnectionException("The connection is gone.");
            }
            return createSocket();
        };
        Connection connection = new Connection(once, clientConfig());
        connection.setSoTimeout((int) silence.toMillis());
        return connection;
    }

    /** Makes what a pool holds. */
    ConnectionFactory pooled() {
        return new ConnectionFactory(this, clientConfig());
    }

    @Override
    public Socket createSocket() {
        return new DefaultJedisSocketFactory(settings.primary().map(this::ask).orElseGet(this::server), clientConfig())
                .createSocket();
    }

    private HostAndPort server() {
        return hostAndPort(settings.addresses().getFirst());
    }

    /** What the first sentinel says that knows. */
    private HostAndPort ask(String name) {
        // Sorted: the same failures make the same text, which is logged once.
        Set<String> failures = new TreeSet<>();
        List<Address> sentinels = new ArrayList<>(settings.addresses());
        Collections.shuffle(sentinels);
        for (Address sentinel : sentinels) {
            try {
                Optional<HostAndPort> answer = ask(sentinel, name);
                if (answer.isPresent()) {
                    return answer.get();
                }
                failures.add(sentinel + " does not know it");
            } catch (JedisException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
        throw new JedisConnectionException("No sentinel says where " + name + " is: " + String.join("; ", failures));
    }

    /** Sentinels rarely ask for a password; those that do have the one of their servers. */
    private Optional<HostAndPort> ask(Address sentinel, String name) {
        try {
            return ask(sentinel, name, anonymous());
        } catch (JedisDataException e) {
            if (settings.password().isEmpty() || !String.valueOf(e.getMessage()).startsWith("NOAUTH")) {
                throw e;
            }
            return ask(sentinel, name, signedIn());
        }
    }

    private static Optional<HostAndPort> ask(Address sentinel, String name, DefaultJedisClientConfig.Builder config) {
        try (Connection connection = new Connection(hostAndPort(sentinel), config.build())) {
            connection.sendCommand(Protocol.Command.SENTINEL, "get-master-addr-by-name", name);
            return Optional.ofNullable(connection.getMultiBulkReply())
                    .map(found -> new HostAndPort(found.getFirst(), Integer.parseInt(found.getLast())));
        }
    }

    private DefaultJedisClientConfig clientConfig() {
        return signedIn().database(settings.database()).build();
    }

    private DefaultJedisClientConfig.Builder signedIn() {
        DefaultJedisClientConfig.Builder config = anonymous();
        settings.user().ifPresent(config::user);
        settings.password().ifPresent(config::password);
        return config;
    }

    /** RESP2, which every server speaks, and in which a subscribed connection has nothing but its own answers. */
    private DefaultJedisClientConfig.Builder anonymous() {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .resp2()
                .autoNegotiateProtocol(false)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .clientName("chatsphere")
                .timeoutMillis((int) settings.timeout().toMillis());
        return settings.tls() ? config.sslOptions(SslOptions.defaults()) : config;
    }

    private static HostAndPort hostAndPort(Address address) {
        return new HostAndPort(address.host(), address.port());
    }
}
