package io.chatsphere.bootstrap.process.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.bootstrap.process.LiveClient;
import io.chatsphere.bootstrap.process.Person;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nobody waits for Redis: who sends is answered as before while it is away. */
@ExtendWith(TwoNodes.class)
final class RedisAwayIT {
    private static final Logger LOG = LoggerFactory.getLogger(RedisAwayIT.class);
    private static final int SENDS = 300;

    private final BlockingQueue<String> acknowledged = new LinkedBlockingQueue<>();
    private int next;

    @Test
    void sends_are_acknowledged_while_redis_is_away(ChatCluster cluster) throws Exception {
        String name = "anna" + UUID.randomUUID().toString().substring(0, 8);
        Person anna = Person.register(cluster.node(0).uri(), name);
        try (LiveClient client = anna.connect(frame -> {
            if (frame.get("type").asText().equals("message_ack")) {
                acknowledged.add(frame.at("/data/client_message_id").asText());
            }
        })) {
            median(client); // what is slow only once
            long before = median(client);
            cluster.redis().kill();
            long killed = median(client);
            cluster.redis().restart();
            cluster.node(0).toRedis().freeze();
            long silent = median(client);
            cluster.node(0).toRedis().restore();

            LOG.warn(
                    "Median of {} sends: {} us; with Redis killed {} times, with Redis silent {} times that",
                    SENDS,
                    before,
                    (double) killed / before,
                    (double) silent / before);
            assertThat(client.closeCode()).isZero();
        } finally {
            cluster.node(0).toRedis().restore();
            cluster.redis().restart();
        }
    }

    /** Of one send after the other, in microseconds. */
    private long median(LiveClient client) throws InterruptedException {
        long[] all = new long[SENDS];
        for (int i = 0; i < SENDS; i++) {
            String id = "latency-" + next++;
            long begin = System.nanoTime();
            client.say(id, id);
            assertThat(acknowledged.poll(1, TimeUnit.MINUTES)).isEqualTo(id);
            all[i] = Duration.ofNanos(System.nanoTime() - begin).toNanos() / 1_000;
        }
        return LongStream.of(all).sorted().skip(SENDS / 2).findFirst().orElseThrow();
    }
}
