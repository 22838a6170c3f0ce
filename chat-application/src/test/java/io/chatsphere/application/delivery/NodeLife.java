package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.simulation.CheckingClient;
import io.chatsphere.application.simulation.FlakyStore;
import io.chatsphere.application.simulation.Ledger;
import io.chatsphere.application.simulation.Weather;
import io.chatsphere.application.simulation.World;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Live delivery of one node from its start to its crash. Its threads are steps that a simulation takes in any order; those of a
 * crashed node are never taken.
 */
final class NodeLife {
    private static final int SESSIONS_PER_USER = 2;

    private final World world;
    private final Random random;
    private final ChangeBus bus;
    private final Weather weather;
    private final Storage storage;
    private final List<Runnable> steps = new ArrayList<>();
    private final ManualLater later = new ManualLater();
    private final List<SimulatedSession> sessions = new ArrayList<>();
    private SimulatedHome home;

    /**
     * Starts.
     *
     * @throws ChatException.Unavailable if the store is away
     */
    NodeLife(World world, Random random, ChangeBus bus, Weather weather) {
        int page = 1 + random.nextInt(CheckingClient.PAGE);
        this.world = world;
        this.random = random;
        this.bus = bus;
        this.weather = weather;
        this.storage = new FlakyStore(
                        world::store, port -> weather.meanwhile(), limit -> Math.min(limit, 1 + random.nextInt(page)))
                .storage();
        this.home = open();
    }

    /** The store as this node reaches it. */
    Storage storage() {
        return storage;
    }

    /** Whether the store is away from here just now. */
    boolean isCutOff() {
        return weather.isBad();
    }

    /** A step that waits is taken; false if there is none. */
    boolean step() {
        if (steps.isEmpty()) {
            return false;
        }
        int any = random.nextInt(steps.size());
        Runnable step = steps.get(any);
        steps.set(any, steps.getLast());
        steps.removeLast();
        step.run();
        return true;
    }

    /** Finds out that clients are gone. */
    void closeLost() {
        sessions.stream()
                .filter(session -> session.client().isLost())
                .forEach(session -> session.live().close());
    }

    void pass(Duration time) {
        later.pass(time);
    }

    void sweep() {
        world.tell(() -> this + " sweeps");
        try {
            if (!home.life().sweep()) {
                home = open();
                sessions.forEach(session -> session.live().end(EndReason.RESET));
            }
        } catch (ChatException.Unavailable e) {
            // The next one makes up for it.
        }
    }

    /** A thread serves a request; what it does is lost with the store that it was meant for. */
    void serve(Runnable request) {
        Epoch epoch = world.epoch();
        steps.add(() -> {
            if (epoch.equals(world.epoch())) {
                request.run();
            }
        });
    }

    /** Writes now, and puts on the bus, a little later and in any order, what the act gives for it. */
    void write(BiFunction<Storage, Ledger, List<Consumer<ChangeBus>>> act) {
        publish(world.commit(act));
    }

    void publish(List<Consumer<ChangeBus>> news) {
        news.forEach(one -> serve(() -> one.accept(bus)));
    }

    /** Opens a session for a client, which is told whether that succeeded. */
    LiveSession connect(CheckingClient client, Caller caller, Consumer<Boolean> answer) {
        SimulatedSession session = new SimulatedSession(client, home.session(client, caller));
        sessions.add(session);
        world.tell(() -> this + " gets " + client);
        home.life().users().enter(session.live(), refusal -> {
            if (refusal.isPresent() || !isActive(caller)) {
                session.live().close();
                answer.accept(false);
            } else {
                session.open();
                answer.accept(true);
            }
        });
        return session.live();
    }

    boolean isMember(UserId user, RoomId room) {
        return home.isMember(user, room);
    }

    /** The user's open clients must hear of this mark, or of a later one. */
    void expectMark(RoomPreferences mark) {
        openSessions()
                .filter(session -> session.live().owner().equals(mark.user()))
                .forEach(session -> session.client().expectMark(mark));
    }

    /** All is quiet: whoever is connected must know everything. */
    List<String> checkComplete() {
        List<String> faults = new ArrayList<>();
        openSessions().forEach(session -> {
            session.client().checkComplete();
            if (!isActive(session.live().caller())) {
                faults.add("a session outlives its login");
            }
        });
        return faults;
    }

    private Stream<SimulatedSession> openSessions() {
        return sessions.stream().filter(SimulatedSession::isOpen);
    }

    private boolean isActive(Caller caller) {
        return world.store()
                .logins()
                .findActive(caller.login().orElseThrow(), World.NOW)
                .isPresent();
    }

    private SimulatedHome open() {
        return new SimulatedHome(StoreLife.begin(storage, bus, steps::add, later, SESSIONS_PER_USER));
    }

    @Override
    public String toString() {
        return "node " + System.identityHashCode(this);
    }
}
