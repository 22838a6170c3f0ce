package io.chatsphere.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.redis.OutQueue.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OutQueueTest {
    private final OutQueue queue = new OutQueue();

    @Test
    void what_is_added_comes_out_in_order() throws InterruptedException {
        queue.open();
        List<Outgoing> added = add(600, 1);

        assertThat(drained()).isEqualTo(added);
        assertThat(queue.dropped()).isZero();
    }

    @Test
    void a_closed_queue_takes_nothing_and_counts() throws InterruptedException {
        add(2, 1);
        queue.open();
        add(3, 1);
        queue.close();
        add(4, 1);

        assertThat(drained()).isEmpty();
        assertThat(queue.dropped()).isEqualTo(9);
    }

    @Test
    void too_many_drop_the_oldest() throws InterruptedException {
        queue.open();
        List<Outgoing> added = add(OutQueue.MAX_MESSAGES + 5, 1);

        assertThat(drained()).isEqualTo(added.subList(5, added.size()));
        assertThat(queue.dropped()).isEqualTo(5);
    }

    @Test
    void too_large_drop_the_oldest() throws InterruptedException {
        queue.open();
        int size = (int) (OutQueue.MAX_BYTES / 4);
        List<Outgoing> added = add(6, size);

        assertThat(drained()).isEqualTo(added.subList(3, 6));
        assertThat(queue.dropped()).isEqualTo(3);
    }

    private List<Outgoing> add(int count, int size) {
        List<Outgoing> added = IntStream.range(0, count)
                .mapToObj(i -> new Outgoing(new byte[1], new byte[size]))
                .toList();
        added.forEach(queue::add);
        return added;
    }

    private List<Outgoing> drained() throws InterruptedException {
        List<Outgoing> all = new ArrayList<>();
        List<Outgoing> batch;
        do {
            batch = queue.take(Duration.ofMillis(1));
            all.addAll(batch);
        } while (!batch.isEmpty());
        return all;
    }
}
