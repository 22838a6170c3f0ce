package io.chatsphere.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.chatsphere.adapter.redis.testing.RedisServer;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.delivery.ChangeBus.Following;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.RoomId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Redis dies and comes back. */
final class RedisChangeBusOutageTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    /** What is promised: delivery between nodes heals within it. */
    private static final Duration PROMISED = Duration.ofSeconds(3);

    private final RedisServer server = RedisServer.begin();
    private final TestNode here = new TestNode(server.port()).connected();
    private final TestNode there = new TestNode(server.port()).connected();
    private final RoomId room = Fixtures.roomId();

    @AfterEach
    void close() {
        here.close();
        there.close();
        server.close();
    }

    @Test
    void changes_flow_again_without_anybodys_help() {
        there.follow(room);
        here.awaitReaches(there, room);
        server.kill();
        awaitAway();

        server.restart();
        here.awaitReaches(there, room, PROMISED);

        assertThat(here.adapter.figures().reconnects()).isEqualTo(2);
    }

    @Test
    void publishing_meanwhile_reaches_this_node_and_is_dropped_for_others_at_once() {
        here.follow(room);
        server.kill();
        awaitAway();
        long dropped = here.adapter.figures().dropped();

        List<RoomChange> changes = assertTimeout(
                LONG,
                () -> IntStream.range(0, 1_000)
                        .mapToObj(i -> here.publish(room))
                        .toList());

        assertThat(here.local).isEqualTo(changes);
        assertThat(here.adapter.figures().dropped()).isEqualTo(dropped + 1_000);
    }

    @Test
    void what_was_followed_meanwhile_is_subscribed_and_what_was_left_is_not() {
        Following left = there.follow(room);
        here.awaitReaches(there, room);
        server.kill();
        awaitAway();
        RoomId other = Fixtures.roomId();
        there.follow(other);
        left.close();

        server.restart();
        here.awaitReaches(there, other, PROMISED);

        assertThat(subscribed()).containsExactly("chatsphere:0:room:" + other);
    }

    @Test
    void ten_thousand_rooms_are_subscribed_again() {
        IntStream.range(0, 10_000).forEach(i -> there.follow(Fixtures.roomId()));
        there.follow(room);
        await().atMost(LONG).until(() -> subscribed().size() == 10_001);

        server.restart();

        await().atMost(LONG).until(() -> subscribed().size() == 10_001);
        here.awaitReaches(there, room);
    }

    @Test
    void a_channel_is_left_with_its_last_follower() {
        Following first = there.follow(room);
        Following second = there.follow(room);
        here.awaitReaches(there, room);

        first.close();
        here.awaitReaches(there, room);
        second.close();

        await().atMost(LONG).until(() -> subscribed().isEmpty());
    }

    private void awaitAway() {
        await().atMost(LONG).until(() -> !here.adapter.answers() && !there.adapter.answers());
    }

    private List<String> subscribed() {
        try (Jedis client = new Jedis("127.0.0.1", server.port())) {
            return client.pubsubChannels();
        }
    }
}
