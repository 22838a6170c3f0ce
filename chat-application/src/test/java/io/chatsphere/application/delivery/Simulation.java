package io.chatsphere.application.delivery;

import io.chatsphere.application.simulation.Tally;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.user.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Some nodes over one store, with clients who write, retry, come and go, are removed and let in again, and whose logins end; a
 * bus between the nodes that loses, reorders and is cut, nodes that crash, a store that is away at times and goes back in time.
 * One thread, driven by a seed.
 */
final class Simulation {
    private final Stage stage;
    private final int cast;
    private final List<Login> logins = new ArrayList<>();

    private record Login(User user, NewLogin login) {}

    private Simulation(long seed) {
        this.stage = new Stage(seed, any -> write());
        this.cast = stage.world.acts();
    }

    /**
     * Plays a seed.
     *
     * @param acts so many things happen, until all comes to rest
     * @param tally to which is added how often what happened
     * @return what is wrong
     */
    static List<String> play(long seed, int acts, Tally tally) {
        try (Defects defects = new Defects()) {
            Simulation simulation = new Simulation(seed);
            List<String> faults = new ArrayList<>(simulation.run(acts));
            faults.addAll(defects.found());
            tally.add(simulation.tally());
            return faults;
        } catch (RuntimeException | Error e) {
            return List.of(e.toString());
        }
    }

    /** What goes wrong first in so many seeds, and in which. */
    static Optional<String> firstFault(int seeds, int acts) {
        return LongStream.range(0, seeds)
                .mapToObj(seed -> play(seed, acts, new Tally()).stream()
                        .map(fault -> "seed " + seed + ": " + fault)
                        .findFirst())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Lets so many things happen, then waits until all is quiet; gives what is wrong then. */
    private List<String> run(int acts) {
        for (int i = 0; i < acts; i++) {
            act();
        }
        return new Calm(stage).settle();
    }

    /** How often what happened. */
    private Tally tally() {
        return stage.tally;
    }

    private void act() {
        switch (stage.random.nextInt(40)) {
            case 0, 1, 2 -> post();
            case 3, 4, 5, 6 -> write();
            case 7 -> postDirect();
            case 8, 9, 10 -> connect();
            case 11 -> disconnect();
            case 12, 13 -> onNode(NodeLife::sweep);
            case 14 -> onNode(this::endLogin);
            case 15 -> onNode(stage.people::type);
            case 16 -> onNode(node -> node.pass(Duration.ofMillis(500)));
            case 17 -> stage.anyDevice().retry();
            case 18 -> disturb();
            case 19, 20, 21 -> stage.devices.forEach(Device::list);
            case 22, 23, 24, 25 -> some(stage.network::arrive);
            case 26, 27, 28, 29, 30 -> some(() -> stage.anyDevice().read());
            default -> some(() -> onNode(NodeLife::step));
        }
    }

    private void some(Runnable act) {
        for (int times = stage.random.nextInt(12); times > 0; times--) {
            act.run();
        }
    }

    private void onNode(Consumer<NodeLife> act) {
        stage.anyLife().ifPresent(act);
    }

    private void post() {
        Device device = stage.anyDevice();
        stage.people.roomOf(device.user()).ifPresent(room -> device.post(room.id()));
    }

    /** Two who never wrote to each other, and the first message at once. */
    private void postDirect() {
        Device device = stage.anyDevice();
        onNode(node -> device.post(stage.people.direct(node, device.user()).id()));
    }

    private void write() {
        onNode(node -> {
            switch (stage.random.nextInt(12)) {
                case 0, 1, 2 -> stage.people.edit(node);
                case 3, 4 -> stage.people.leave(node);
                case 5, 6, 7 -> stage.people.enter(node);
                case 8, 9, 10 -> stage.people.read(node).ifPresent(stage::expectMark);
                default -> stage.people.describe(node);
            }
        });
    }

    private void connect() {
        Device device = stage.anyDevice();
        if (!device.isConnected()) {
            onNode(node -> logins.add(new Login(device.user(), device.connect(node))));
        }
    }

    private void disconnect() {
        Device device = stage.anyDevice();
        if (stage.random.nextBoolean()) {
            device.disconnect();
        } else {
            stage.tally.add("vanish");
            device.vanish();
        }
    }

    private void endLogin(NodeLife node) {
        if (!logins.isEmpty()) {
            Login ended = logins.remove(stage.random.nextInt(logins.size()));
            stage.people.endLogin(node, ended.login().login().id(), ended.user());
        }
    }

    /** Something breaks, or comes back. */
    private void disturb() {
        SimulatedNode node = stage.anyNode();
        switch (stage.random.nextInt(8)) {
            case 0, 1 -> crash(node);
            case 2 -> stage.nodes.forEach(SimulatedNode::start);
            case 3 -> cut(List.of(node));
            case 4 -> cut(stage.nodes);
            case 5, 6 -> stage.network.heal();
            default -> restore();
        }
    }

    private void crash(SimulatedNode node) {
        node.life().ifPresent(life -> {
            stage.tally.add("crash");
            node.crash();
            stage.devices.forEach(device -> device.crashed(life));
        });
    }

    private void cut(List<SimulatedNode> off) {
        stage.tally.add(off.size() == 1 ? "node cut off" : "bus away");
        off.forEach(node -> stage.network.cut(node.number()));
    }

    /** What was under way to the nodes was of the store that is no more. */
    private void restore() {
        if (stage.random.nextInt(2) == 0) {
            stage.tally.add("restore");
            int kept = cast + stage.random.nextInt(stage.world.acts() - cast + 1);
            stage.network.lose();
            stage.world.restore(kept);
        }
    }
}
