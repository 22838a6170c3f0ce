package io.chatsphere.application.delivery;

import io.chatsphere.application.simulation.Network;
import io.chatsphere.application.simulation.Weather;
import io.chatsphere.application.simulation.World;
import io.chatsphere.domain.error.ChatException;
import java.util.Optional;
import java.util.Random;

/** A node, which crashes and comes back. */
final class SimulatedNode {
    private final World world;
    private final Random random;
    private final Network network;
    private final int number;
    private final Weather weather;
    private Optional<NodeLife> life = Optional.empty();

    SimulatedNode(World world, Random random, Network network, int number, Weather weather) {
        this.world = world;
        this.random = random;
        this.network = network;
        this.number = number;
        this.weather = weather;
    }

    int number() {
        return number;
    }

    Optional<NodeLife> life() {
        return life;
    }

    void start() {
        if (life.isEmpty()) {
            try {
                life = Optional.of(new NodeLife(world, random, network.join(number), weather));
            } catch (ChatException.Unavailable e) {
                // It is started again.
            }
        }
    }

    /** All that was under way here is gone; nobody is told. */
    void crash() {
        life = Optional.empty();
        network.join(number);
    }
}
