package io.chatsphere.bootstrap.load.run;

import io.chatsphere.bootstrap.load.audit.RoomOrder;
import io.chatsphere.bootstrap.load.plan.Layout;
import io.chatsphere.bootstrap.load.wire.InParallel;
import io.chatsphere.bootstrap.load.wire.LoadException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** All connections of a run. */
final class Fleet {
    private static final int CONNECTING_AT_ONCE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(3);
    private static final long TICK = 250;

    private final List<Connection> connections = new ArrayList<>();
    private final Layout layout;
    private final int users;
    private final Common common;
    private Optional<Future<?>> ticking = Optional.empty();

    Fleet(Scene scene, Common common, IntConsumer answered) {
        this.layout = scene.layout();
        this.users = scene.users().size();
        this.common = common;
        for (int i = 0; i < scene.plan().shape().connections(); i++) {
            connections.add(new Connection(i, scene.users().get(layout.userOf(i)), common, answered));
        }
    }

    List<Connection> connections() {
        return connections;
    }

    /** Connects all, and keeps them connected from then on. */
    void connect(Consumer<String> progress) {
        InParallel.run(CONNECTING_AT_ONCE, IntStream.range(0, connections.size()), i -> {
            Reconnector one = connections.get(i).reconnector();
            one.begin();
            Quiet.await(PATIENCE, () -> one.isUp() || one.isEnded());
            if (!one.isUp()) {
                throw new LoadException("Connection " + i + " was not admitted: " + one.trouble());
            }
            progress.accept("connecting: " + count(Connection::isUp) + " of " + connections.size());
        });
        ticking = Optional.of(common.timer().scheduleWithFixedDelay(this::tick, TICK, TICK, TimeUnit.MILLISECONDS));
    }

    /** Everybody is going to be in their rooms, which do not exist yet: who makes one is told at once. */
    void expect(List<RoomOrder> rooms) {
        for (int room = 0; room < rooms.size(); room++) {
            RoomOrder order = rooms.get(room);
            layout.usersOf(room).stream()
                    .flatMapToInt(layout::connectionsOf)
                    .forEach(i -> connections.get(i).enter(order));
        }
    }

    /** Brings everybody into their rooms; returns when all connections were told that they are there. */
    void join(Consumer<String> progress) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        BooleanSupplier allInside = () -> {
            long inside = count(Connection::isInside);
            progress.accept("joining rooms: " + inside + " of " + connections.size() + " connections");
            return inside == connections.size();
        };
        do {
            if (System.nanoTime() > deadline) {
                throw new LoadException("The server did not tell all connections of their rooms within "
                        + PATIENCE.toSeconds() + " seconds.");
            }
            for (int user = 0; user < users; user++) {
                connections
                        .get(layout.connectionsOf(user).findFirst().orElseThrow())
                        .join();
            }
        } while (!Quiet.await(ASK_AGAIN, allInside));
    }

    /** Whether nobody waits for anything. */
    boolean isAtRest() {
        return connections.stream().allMatch(Connection::isAtRest);
    }

    /** Says goodbye for all. */
    void close() {
        ticking.ifPresent(task -> task.cancel(false));
        connections.forEach(one -> one.reconnector().finish());
    }

    private long count(Predicate<Connection> which) {
        return connections.stream().filter(which).count();
    }

    private void tick() {
        long now = System.nanoTime();
        connections.forEach(one -> one.tick(now));
    }
}
