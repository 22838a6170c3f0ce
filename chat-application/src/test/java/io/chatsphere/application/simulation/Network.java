package io.chatsphere.application.simulation;

import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.ChangeBus.Origin;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/**
 * What lies between the nodes: it delays, changes the order, repeats and loses, and cuts nodes off for a while. When all are cut
 * off, the bus is away.
 */
public final class Network {
    private final Random random;
    private final List<NodeBus> nodes = new ArrayList<>();
    private final List<Letter> underWay = new ArrayList<>();
    private final BitSet cut = new BitSet();
    private boolean reliable;

    private record Letter(int to, BiConsumer<NodeBus, Origin> call) {}

    public Network(Random random, int size) {
        this.random = random;
        for (int number = 0; number < size; number++) {
            nodes.add(new NodeBus(this, number));
        }
    }

    /** The bus as this node has it from its start on: nobody follows anything there. */
    public ChangeBus join(int number) {
        nodes.get(number).close();
        nodes.set(number, new NodeBus(this, number));
        return nodes.get(number);
    }

    /** Something that is under way arrives. */
    public void arrive() {
        if (!underWay.isEmpty()) {
            Letter letter = underWay.remove(random.nextInt(underWay.size()));
            if (!cut.get(letter.to())) {
                letter.call().accept(nodes.get(letter.to()), Origin.REMOTE);
            }
        }
    }

    public boolean isQuiet() {
        return underWay.isEmpty();
    }

    /** What is under way is lost. */
    public void lose() {
        underWay.clear();
    }

    /** The node neither sends nor gets anything. */
    public void cut(int number) {
        cut.set(number);
    }

    /** Nobody is cut off. */
    public void heal() {
        cut.clear();
    }

    /** From now on nothing is lost or repeated, or again as before. */
    public void setReliable(boolean now) {
        reliable = now;
    }

    void send(int from, BiConsumer<NodeBus, Origin> call) {
        for (int to = 0; to < nodes.size(); to++) {
            if (to != from && !cut.get(from)) {
                for (int copies = copies(); copies > 0; copies--) {
                    underWay.add(new Letter(to, call));
                }
            }
        }
    }

    /** A third is lost, a sixth comes twice. */
    private int copies() {
        if (reliable) {
            return 1;
        }
        int chance = random.nextInt(6);
        return chance < 2 ? 0 : chance < 5 ? 1 : 2;
    }
}
