package io.chatsphere.application.delivery;

import io.chatsphere.application.simulation.Network;
import io.chatsphere.application.simulation.Tally;
import io.chatsphere.application.simulation.Weather;
import io.chatsphere.application.simulation.World;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Everything that takes part in a simulation: nodes over one store, a network between them, and clients with their devices. */
final class Stage {
    /** How much waits for each device, at most: some are slow to read. */
    private static final int[] CAPACITIES = {64, 64, 6, 12, 6};

    final Random random;
    final World world = new World();
    final Tally tally = new Tally();
    final Weather weather;
    final People people;
    final Network network;
    final List<SimulatedNode> nodes = new ArrayList<>();
    final List<Device> devices = new ArrayList<>();

    /** @param others is run when somebody else writes while a node reads */
    Stage(long seed, Consumer<Stage> others) {
        random = new Random(seed);
        people = new People(world, random);
        weather = new Weather(random, () -> others.accept(this));
        int size = 2 + random.nextInt(2);
        network = new Network(random, size);
        for (int number = 0; number < size; number++) {
            nodes.add(new SimulatedNode(world, random, network, number, weather));
            nodes.getLast().start();
        }
        weather.worsen();
        for (int number = 0; number < CAPACITIES.length; number++) {
            User user = people.users().get(number % people.users().size());
            devices.add(new Device(this, number, user, CAPACITIES[number]));
        }
    }

    SimulatedNode anyNode() {
        return pick(nodes);
    }

    /** A node that is up, if there is one. */
    Optional<NodeLife> anyLife() {
        int first = random.nextInt(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            Optional<NodeLife> life = nodes.get((first + i) % nodes.size()).life();
            if (life.isPresent()) {
                return life;
            }
        }
        return Optional.empty();
    }

    /** Whoever is connected must hear of this mark. */
    void expectMark(RoomPreferences mark) {
        nodes.forEach(node -> node.life().ifPresent(life -> life.expectMark(mark)));
    }

    Device anyDevice() {
        return pick(devices);
    }

    private <T> T pick(List<T> any) {
        return any.get(random.nextInt(any.size()));
    }
}
