package io.chatsphere.adapter.redis;

import static org.awaitility.Awaitility.await;

import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.ChangeBus.Following;
import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Room;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A node's bus, and what its followers heard of rooms. */
final class TestNode implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(20);

    final RedisAdapter adapter;
    /** Of this node. */
    final List<RoomChange> local = new CopyOnWriteArrayList<>();
    /** Of other nodes. */
    final List<RoomChange> heard = new CopyOnWriteArrayList<>();

    private final AtomicLong revision = new AtomicLong();

    TestNode(int port) {
        this("redis://127.0.0.1:" + port);
    }

    TestNode(String url) {
        adapter = new RedisAdapter(RedisSettings.parse(url), System::nanoTime);
        adapter.open();
    }

    ChangeBus bus() {
        return adapter.bus();
    }

    TestNode connected() {
        await().atMost(LONG).until(adapter::answers);
        return this;
    }

    Following follow(RoomId room) {
        return bus().follow(room, (changes, origin) -> (origin == Origin.LOCAL ? local : heard).addAll(changes));
    }

    /** Publishes something new. */
    RoomChange publish(RoomId room) {
        RoomChange change = change(room, revision.incrementAndGet());
        bus().publish(List.of(change));
        return change;
    }

    /** Waits until what this node publishes in the room arrives there. */
    void awaitReaches(TestNode there, RoomId room, Duration atMost) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(20)).until(() -> {
            publish(room);
            return there.heard.stream().anyMatch(change -> change.room().equals(room));
        });
        RoomChange last = publish(room);
        await().atMost(atMost).until(() -> there.heard.contains(last));
        there.heard.clear();
    }

    void awaitReaches(TestNode there, RoomId room) {
        awaitReaches(there, room, LONG);
    }

    @Override
    public void close() {
        adapter.close();
    }

    static RoomChange change(RoomId room, long revision) {
        return new RoomChange.OfDetails(
                Room.open(room, Fixtures.slug(), Fixtures.details(), Optional.empty(), Fixtures.NOW)
                        .at(new Revision(revision)));
    }
}
