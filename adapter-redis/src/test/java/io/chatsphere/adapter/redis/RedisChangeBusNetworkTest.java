package io.chatsphere.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.chatsphere.adapter.redis.testing.RedisServer;
import io.chatsphere.adapter.redis.testing.TcpProxy;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The network between a node and Redis is cut, or connections die without a word. */
final class RedisChangeBusNetworkTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration PROMISED = Duration.ofSeconds(3);

    private final RedisServer server = RedisServer.begin();
    private final TcpProxy network = new TcpProxy(server.port());
    private final TestNode near = new TestNode(server.port()).connected();
    private final TestNode far = new TestNode(network.port()).connected();
    private final RoomId room = Fixtures.roomId();

    @AfterEach
    void close() {
        near.close();
        far.close();
        network.close();
        server.close();
    }

    @Test
    void a_cut_network_heals() {
        far.follow(room);
        near.awaitReaches(far, room);

        network.cut();
        await().atMost(LONG).until(() -> !far.adapter.answers());
        network.restore();

        near.awaitReaches(far, room, PROMISED);
    }

    @Test
    void connections_that_died_silently_are_noticed_and_replaced() {
        near.follow(room);
        far.follow(room);
        near.awaitReaches(far, room);
        far.awaitReaches(near, room);

        network.freeze();
        await().atMost(LONG).until(() -> !far.adapter.answers());
        network.restore();

        near.awaitReaches(far, room, PROMISED);
        far.awaitReaches(near, room, PROMISED);
        assertThat(far.adapter.figures().reconnects()).isEqualTo(2);
    }

    @Test
    void a_write_that_hangs_holds_nobody_up() {
        far.connected();
        network.freeze();
        UserSummary user = new UserSummary(
                Fixtures.userId(),
                new Username("somebody"),
                new DisplayName("x".repeat(100)),
                Optional.of(new AvatarUrl("https://example.org/" + "x".repeat(400))));

        // Far more than what the kernel takes.
        assertTimeout(LONG, () -> {
            for (int i = 0; i < 50_000; i++) {
                far.bus().publish(room, new Signal.Typing(user, true));
            }
        });

        await().atMost(LONG).until(() -> !far.adapter.answers());
        network.restore();
        near.follow(room);
        far.awaitReaches(near, room);
        assertThat(far.adapter.figures().dropped()).isPositive();
    }
}
