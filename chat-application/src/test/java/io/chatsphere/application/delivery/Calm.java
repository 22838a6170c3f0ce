package io.chatsphere.application.delivery;

import io.chatsphere.application.simulation.Audit;
import io.chatsphere.domain.room.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The end of a simulation: nothing breaks any more, all come back, and what was lost is found. */
final class Calm {
    private static final int MOST_ROUNDS = 12;
    private static final int STARTS = 10;
    private static final int MOVES = 2;

    /** With so much to do for nothing, it never ends. */
    private static final int FOREVER = 20_000;

    private final Stage stage;
    private final List<String> faults = new ArrayList<>();
    private List<NodeLife> lives = List.of();

    Calm(Stage stage) {
        this.stage = stage;
    }

    /** Gives what is wrong when all is quiet. */
    List<String> settle() {
        stage.weather.calm();
        stage.network.heal();
        stage.network.lose();
        stage.nodes.forEach(SimulatedNode::start);
        lives = stage.nodes.stream().flatMap(node -> node.life().stream()).toList();
        lives.forEach(NodeLife::closeLost);
        int rounds = 0;
        while (comeBack() && faults.isEmpty()) {
            if (++rounds == MOST_ROUNDS) {
                faults.add("never settled");
            }
        }
        check();
        if (faults.isEmpty()) {
            stage.network.setReliable(true);
            nudge();
            startAgain();
            check();
        }
        faults.addAll(new Audit(stage.world).run(stage.people.users()));
        return faults;
    }

    /** Whether there was something to do: two sweeps in a row that find nothing are the end. */
    private boolean comeBack() {
        boolean busy = false;
        for (int sweeps = 0; sweeps < 2; sweeps++) {
            lives.forEach(NodeLife::sweep);
            for (Device device : stage.devices) {
                busy |= device.comeBack(this::anyLife);
            }
            busy |= quieten(true);
            lives.forEach(node -> node.pass(Duration.ofSeconds(1)));
        }
        return busy;
    }

    private NodeLife anyLife() {
        return stage.anyLife().orElseThrow();
    }

    /** Without a sweep: a change that comes over the bus shows what was lost before it, and nothing else is needed. */
    private void nudge() {
        NodeLife node = anyLife();
        stage.devices.forEach(device -> device.expectEach(node));
        for (Room room : List.copyOf(stage.world.ledger().rooms())) {
            stage.people.say(node, room);
            quieten(false);
            stage.network.lose();
            stage.people.say(node, room);
            quieten(true);
        }
        for (int i = 0; i < MOVES; i++) {
            stage.people.enter(node);
            quieten(true);
            stage.people.leave(node);
            quieten(true);
        }
    }

    /** Without a sweep, and nothing is lost: who connects while people write knows everything. */
    private void startAgain() {
        stage.devices.forEach(Device::disconnect);
        quieten(true);
        for (int i = 0; i < STARTS; i++) {
            stage.devices.get(i % stage.devices.size()).comeBack(this::anyLife);
            stage.people.say(anyLife(), stage.people.busiest());
            for (int steps = stage.random.nextInt(20); steps > 0; steps--) {
                anyLife().step();
                stage.network.arrive();
                stage.anyDevice().read();
            }
        }
        do {
            stage.devices.forEach(device -> device.comeBack(this::anyLife));
        } while (quieten(true));
    }

    /** Until nothing happens any more; whether anything did. */
    private boolean quieten(boolean letArrive) {
        for (int i = 0; i < FOREVER; i++) {
            boolean busy = false;
            for (NodeLife node : lives) {
                busy |= node.step();
            }
            for (Device device : stage.devices) {
                busy |= device.read();
            }
            if (letArrive && !stage.network.isQuiet()) {
                stage.network.arrive();
                busy = true;
            }
            if (!busy) {
                return i > 0;
            }
        }
        faults.add("never quiet");
        return true;
    }

    private void check() {
        lives.forEach(node -> faults.addAll(node.checkComplete()));
        stage.devices.forEach(Device::checkComplete);
        stage.devices.forEach(device -> faults.addAll(device.faults()));
    }
}
