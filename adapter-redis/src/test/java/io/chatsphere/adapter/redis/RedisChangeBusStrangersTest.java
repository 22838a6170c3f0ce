package io.chatsphere.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.adapter.redis.testing.RedisServer;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.id.RoomId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Jedis;

/** Messages that a node cannot read, and listeners that fail. */
final class RedisChangeBusStrangersTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final RedisServer server = RedisServer.begin();
    private final TestNode here = new TestNode(server.port()).connected();
    private final TestNode there = new TestNode(server.port()).connected();
    private final RoomId room = Fixtures.roomId();
    private final byte[] channel = ("chatsphere:0:room:" + room).getBytes(StandardCharsets.US_ASCII);

    @AfterEach
    void close() {
        here.close();
        there.close();
        server.close();
    }

    @Test
    void what_cannot_be_read_is_skipped_and_counted_and_the_next_arrives() {
        there.follow(room);
        here.awaitReaches(there, room);
        byte[] good = published();
        byte[] ofAnotherVersion = good.clone();
        ofAnotherVersion[0]++;
        byte[] cutOff = Arrays.copyOf(good, good.length - 1);
        byte[] tooLong = Arrays.copyOf(good, good.length + 1);
        await().atMost(LONG).until(() -> there.heard.size() == 1);
        there.heard.clear();
        long received = there.adapter.figures().received();

        try (Jedis stranger = new Jedis("127.0.0.1", server.port())) {
            for (byte[] message : List.of(ofAnotherVersion, cutOff, tooLong, new byte[0], new byte[] {1}, good)) {
                stranger.publish(channel, message);
            }
        }

        await().atMost(LONG).until(() -> there.heard.size() == 1);
        assertThat(there.adapter.figures().skipped()).isEqualTo(5);
        assertThat(there.adapter.figures().received()).isEqualTo(received + 1);
        assertThat(there.adapter.figures().reconnects()).isZero();
    }

    @Test
    void installations_in_two_databases_do_not_hear_each_other() {
        try (TestNode elsewhere = new TestNode("redis://127.0.0.1:" + server.port() + "/1").connected()) {
            elsewhere.follow(room);
            there.follow(room);

            here.awaitReaches(there, room);

            assertThat(elsewhere.heard).isEmpty();
        }
    }

    @Test
    void a_listener_that_fails_keeps_nothing_from_what_comes_later() {
        AtomicInteger calls = new AtomicInteger();
        there.bus().follow(room, (changes, origin) -> {
            if (calls.getAndIncrement() == 0) {
                throw new AssertionError("on purpose");
            }
            there.heard.addAll(changes);
        });

        here.awaitReaches(there, room);

        assertThat(calls).hasValueGreaterThan(1);
    }

    /** A message as it travels. */
    private byte[] published() {
        List<byte[]> seen = new ArrayList<>();
        try (Jedis stranger = new Jedis("127.0.0.1", server.port())) {
            stranger.subscribe(
                    new BinaryJedisPubSub() {
                        @Override
                        public void onSubscribe(byte[] subscribed, int count) {
                            here.publish(room);
                        }

                        @Override
                        public void onMessage(byte[] from, byte[] message) {
                            seen.add(message);
                            unsubscribe();
                        }
                    },
                    channel);
        }
        return seen.getFirst();
    }
}
