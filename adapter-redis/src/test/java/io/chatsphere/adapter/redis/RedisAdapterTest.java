package io.chatsphere.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatsphere.adapter.redis.testing.RedisServer;
import io.chatsphere.adapter.redis.testing.TcpProxy;
import io.chatsphere.domain.error.ChatException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

final class RedisAdapterTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void it_opens_without_redis_and_finds_it_when_it_comes() {
        try (RedisServer server = RedisServer.begin();
                RedisAdapter adapter = adapter(server.port())) {
            server.kill();
            adapter.open();
            assertThat(adapter.answers()).isFalse();
            assertThatThrownBy(() -> adapter.commands().run(UnifiedJedis::ping))
                    .isInstanceOf(ChatException.Unavailable.class);

            server.restart();

            await().atMost(SOON).until(adapter::answers);
            assertThat(adapter.commands().<String>run(UnifiedJedis::ping)).isEqualTo("PONG");
        }
    }

    @Test
    void commands_work_again_at_once_when_redis_is_back() {
        try (RedisServer server = RedisServer.begin();
                RedisAdapter adapter = adapter(server.port())) {
            adapter.open();
            await().atMost(SOON).until(adapter::answers);
            adapter.commands().run(UnifiedJedis::ping);

            server.kill();
            await().atMost(SOON).until(() -> !adapter.answers());
            server.restart();
            await().atMost(SOON).until(adapter::answers);

            assertThat(adapter.commands().<String>run(UnifiedJedis::ping)).isEqualTo("PONG");
        }
    }

    @Test
    void silence_is_noticed() {
        try (RedisServer server = RedisServer.begin();
                TcpProxy network = new TcpProxy(server.port());
                RedisAdapter adapter = adapter(network.port())) {
            adapter.open();
            await().atMost(SOON).until(adapter::answers);

            network.freeze();
            await().atMost(SOON).until(() -> !adapter.answers());
            network.restore();
            await().atMost(SOON).until(adapter::answers);
            network.cut();
            await().atMost(SOON).until(() -> !adapter.answers());
            network.restore();
            await().atMost(SOON).until(adapter::answers);
        }
    }

    @Test
    void user_password_and_database_are_used() {
        try (RedisServer server = RedisServer.begin("--requirepass", "s@cret");
                RedisAdapter unknown = adapter("redis://127.0.0.1:" + server.port());
                RedisAdapter right = adapter("redis://default:s%40cret@127.0.0.1:" + server.port() + "/3");
                RedisAdapter elsewhere = adapter("redis://:s%40cret@127.0.0.1:" + server.port())) {
            List.of(unknown, right, elsewhere).forEach(RedisAdapter::open);
            await().atMost(SOON).until(() -> right.answers() && elsewhere.answers());

            right.commands().run(redis -> redis.set("key", "value"));

            assertThat(right.commands().<Boolean>run(redis -> redis.exists("key")))
                    .isTrue();
            assertThat(elsewhere.commands().<Boolean>run(redis -> redis.exists("key")))
                    .isFalse();
            assertThat(unknown.answers()).isFalse();
        }
    }

    private static RedisAdapter adapter(int port) {
        return adapter("redis://127.0.0.1:" + port);
    }

    private static RedisAdapter adapter(String url) {
        return new RedisAdapter(RedisSettings.parse(url), System::nanoTime);
    }
}
