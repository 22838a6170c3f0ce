package io.chatsphere.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.adapter.redis.testing.RedisServer;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.RoomId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** A primary, its replica and a sentinel that asks for a password. */
final class RedisChangeBusSentinelTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final RedisServer primary = RedisServer.begin("--requirepass", "secret", "--masterauth", "secret");
    private final RedisServer replica = RedisServer.begin(
            "--requirepass",
            "secret",
            "--masterauth",
            "secret",
            "--replicaof",
            "127.0.0.1",
            String.valueOf(primary.port()));
    private final RedisServer sentinel = RedisServer.sentinel(
            "requirepass secret",
            "sentinel monitor chat 127.0.0.1 " + primary.port() + " 1",
            "sentinel auth-pass chat secret",
            "sentinel down-after-milliseconds chat 1000",
            "sentinel failover-timeout chat 3000");
    private final TestNode here = new TestNode(url()).connected();
    private final TestNode there = new TestNode(url()).connected();
    private final RoomId room = Fixtures.roomId();

    @AfterEach
    void close() {
        here.close();
        there.close();
        sentinel.close();
        replica.close();
        primary.close();
    }

    @Test
    void nodes_meet_again_where_the_sentinel_says() {
        there.follow(room);
        here.awaitReaches(there, room);
        await().atMost(LONG).until(this::replicaIsKnown);

        primary.kill();

        await().atMost(LONG).until(() -> isPrimary(replica));
        here.awaitReaches(there, room, LONG);
        // A command may still meet what the sentinel is busy with, as its callers know.
        await().atMost(LONG).ignoreException(ChatException.Unavailable.class).untilAsserted(() -> {
            here.adapter.commands().run(redis -> redis.set("key", "value"));
            assertThat(there.adapter.commands().<String>run(redis -> redis.get("key")))
                    .isEqualTo("value");
        });
    }

    private String url() {
        return "redis+sentinel://:secret@127.0.0.1:" + sentinel.port() + "/chat";
    }

    private boolean replicaIsKnown() {
        try (Jedis client = client(sentinel)) {
            return client.sentinelReplicas("chat").stream()
                    .anyMatch(known -> "ok".equals(known.get("master-link-status")));
        }
    }

    private static boolean isPrimary(RedisServer server) {
        try (Jedis client = client(server)) {
            return client.info("replication").contains("role:master");
        }
    }

    private static Jedis client(RedisServer server) {
        Jedis client = new Jedis("127.0.0.1", server.port());
        client.auth("secret");
        return client;
    }
}
