package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.delivery.NodeRegistry;
import io.chatsphere.domain.id.NodeId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What a {@link NodeRegistry} does. Extend it, return the registry to be proved from {@link #registry()}, empty before each
 * test, and let time pass for it in {@link #pass}.
 */
@ContractOf(NodeRegistry.class)
public abstract class NodeRegistryContract {
    private static final Duration TTL = Duration.ofMinutes(1);

    private final NodeId one = node();
    private final NodeId two = node();

    /** The registry to be proved: the same one throughout a test. */
    protected abstract NodeRegistry registry();

    /** Lets this time pass for the store, and not much more. */
    protected abstract void pass(Duration time);

    @Test
    void a_node_counts_itself_once_however_often_it_says_that_it_lives() {
        assertEquals(1, registry().renew(one, TTL));
        assertEquals(1, registry().renew(one, TTL));
    }

    @Test
    void nodes_count_each_other() {
        registry().renew(one, TTL);

        assertEquals(2, registry().renew(two, TTL));
        assertEquals(2, registry().renew(one, TTL));
    }

    @Test
    void a_node_that_is_silent_for_too_long_no_longer_counts() {
        registry().renew(one, TTL);
        pass(TTL.dividedBy(2));
        assertEquals(2, registry().renew(two, TTL));

        pass(TTL.dividedBy(2).plusSeconds(1));
        assertEquals(1, registry().renew(two, TTL));
    }

    @Test
    void a_node_that_speaks_again_counts_again() {
        registry().renew(one, TTL);
        pass(TTL.plusSeconds(1));
        assertEquals(1, registry().renew(two, TTL));

        assertEquals(2, registry().renew(one, TTL));
    }

    @Test
    void a_removed_node_does_not_count_and_may_be_removed_again() {
        registry().renew(one, TTL);
        registry().renew(two, TTL);

        registry().remove(one);
        registry().remove(one);

        assertEquals(1, registry().renew(two, TTL));
    }

    @Test
    void nodes_that_begin_together_all_count() {
        int nodes = 8;

        Race.run(nodes, i -> registry().renew(node(), TTL));

        assertEquals(nodes + 1, registry().renew(one, TTL));
    }

    private static NodeId node() {
        return new NodeId(UUID.randomUUID());
    }
}
