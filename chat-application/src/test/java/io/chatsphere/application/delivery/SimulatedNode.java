package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Live delivery of one node, whose threads are steps that a simulation takes in any order, and the clients connected to it. */
final class SimulatedNode {
    private static final int SESSIONS_PER_USER = 3;
    private static final int SWEEPS = 6;

    private final Random random;
    private final Storage store;
    private final Ledger ledger;
    private final List<Runnable> steps = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final ManualLater later = new ManualLater();
    private final SimulatedBus bus;
    private final StoreLife life;
    private boolean storeIsSound;
    private boolean isOpen;

    /** A client with its session; {@code open} once it was let in. */
    private static final class Connection {
        final CheckingClient client;
        final LiveSession session;
        boolean open;

        Connection(CheckingClient client, LiveSession session) {
            this.client = client;
            this.session = session;
        }
    }

    SimulatedNode(Random random, Storage store, Ledger ledger) {
        this.random = random;
        this.store = store;
        this.ledger = ledger;
        this.bus = new SimulatedBus(random);
        Storage flaky = new FlakyStore(
                        store,
                        () -> isOpen && !storeIsSound && random.nextInt(12) == 0,
                        limit -> storeIsSound ? limit : 1 + random.nextInt(4))
                .storage();
        this.life = StoreLife.begin(flaky, bus, steps::add, later, SESSIONS_PER_USER);
        this.isOpen = true;
    }

    SimulatedBus bus() {
        return bus;
    }

    /** Opens a session by this login, which may end before it is open. */
    void connect(UserId user, LoginId login) {
        CheckingClient client = new CheckingClient(
                user,
                ledger,
                room -> life.users().find(user).orElseThrow().rooms().isMember(room));
        Caller caller = new Caller(user, Optional.of(login), Optional.empty());
        Epoch epoch = store.changes().epoch();
        Connection connection =
                new Connection(client, new LiveSession(UUID.randomUUID(), caller, epoch, client, new Home()));
        connections.add(connection);
        life.users().enter(connection.session, refusal -> {
            if (refusal.isPresent() || !isActive(caller)) {
                connection.session.close();
            } else {
                connection.open = true;
                client.connected();
            }
        });
    }

    /** Somebody closes their connection. */
    void disconnect() {
        if (!connections.isEmpty()) {
            connections.get(random.nextInt(connections.size())).session.close();
        }
    }

    /** A step that waits is taken. */
    void step() {
        if (!steps.isEmpty()) {
            steps.remove(random.nextInt(steps.size())).run();
        }
    }

    void sweep() {
        try {
            life.sweep();
        } catch (ChatException.Unavailable e) {
            // The next one makes up for it.
        }
    }

    void pass(Duration time) {
        later.pass(time);
    }

    /** The user's open clients must hear of this mark, or of a later one. */
    void expectMark(UserId user, RoomId room, Position position) {
        connections.stream()
                .filter(connection ->
                        connection.open && connection.session.owner().equals(user))
                .forEach(connection -> connection.client.expectMark(room, position));
    }

    /** The bus says nothing more and the store answers: what was lost is found. */
    void settle() {
        storeIsSound = true;
        bus.lose();
        for (int i = 0; i < SWEEPS; i++) {
            sweep();
            while (!steps.isEmpty()) {
                step();
            }
            pass(Duration.ofSeconds(1));
        }
    }

    /** What is wrong with what the clients were told. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Connection connection : connections) {
            if (!connection.session.isOver()) {
                connection.client.checkComplete();
                if (!isActive(connection.session.caller())) {
                    faults.add("a session outlives its login");
                }
            }
            faults.addAll(connection.client.faults());
        }
        return faults;
    }

    /** What all clients were told, by kind. */
    Stream<Object> told() {
        return connections.stream().flatMap(connection -> connection.client.told().stream());
    }

    /** How many clients are connected. */
    long open() {
        return connections.stream()
                .filter(connection -> connection.open && !connection.session.isOver())
                .count();
    }

    private boolean isActive(Caller caller) {
        return store.logins()
                .findActive(caller.login().orElseThrow(), FeedFixture.NOW)
                .isPresent();
    }

    private final class Home implements SessionHome {
        @Override
        public void opened(LiveSession session, Predicate<RoomId> isMember) {
            // Nobody watches.
        }

        @Override
        public void moved(LiveSession session, RoomId room) {
            // Nobody watches.
        }

        @Override
        public void forget(LiveSession session) {
            life.users().leave(session);
        }

        @Override
        public void awaitFollowing(Membership membership) {
            throw new UnsupportedOperationException("there is one thread, which must not wait");
        }

        @Override
        public void resume(LiveSession session, RoomId room, Optional<Revision> cursor) {
            life.rooms().resume(session, room, cursor);
        }

        @Override
        public Optional<Position> lastPosition(RoomId room) {
            return life.rooms().lastPosition(room);
        }

        @Override
        public Instant now() {
            return FeedFixture.NOW;
        }

        @Override
        public boolean isSignedIn(Caller caller) {
            return isActive(caller);
        }
    }
}
