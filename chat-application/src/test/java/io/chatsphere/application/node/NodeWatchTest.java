package io.chatsphere.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.memory.InMemoryNodeRegistry;
import io.chatsphere.domain.delivery.NodeRegistry;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.NodeId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeWatchTest {
    private static final Duration BEAT = Duration.ofMillis(20);
    private static final Duration TTL = Duration.ofMinutes(1);

    private final NodeRegistry registry = new InMemoryNodeRegistry(System::nanoTime);
    private final Sometimes store = new Sometimes();
    private final NodeId stranger = node();
    private final NodeWatch alone = new NodeWatch(store, node(), false, BEAT, TTL);
    private final NodeWatch reaching = new NodeWatch(registry, node(), true, BEAT, TTL);

    @AfterEach
    void close() {
        alone.close();
        reaching.close();
    }

    @Test
    void a_node_that_has_its_store_to_itself_is_not_apart() {
        alone.open();

        await().until(() -> registry.renew(stranger, TTL) == 2);
        registry.remove(stranger);
        await().until(() -> alone.nodes() == 1);
        assertThat(alone.isApart()).isFalse();
    }

    @Test
    void a_node_whose_bus_does_not_reach_the_others_is_apart_for_as_long_as_there_are_others() {
        alone.open();

        registry.renew(stranger, TTL);
        await().until(alone::isApart);
        registry.remove(stranger);
        await().until(() -> !alone.isApart());
    }

    @Test
    void nodes_whose_bus_reaches_the_others_are_not_apart() {
        registry.renew(stranger, TTL);

        reaching.open();

        await().until(() -> reaching.nodes() == 2);
        assertThat(reaching.isApart()).isFalse();
    }

    @Test
    void a_node_that_closes_is_forgotten_at_once() {
        alone.open();
        await().until(() -> registry.renew(stranger, TTL) == 2);

        alone.close();

        assertThat(registry.renew(stranger, TTL)).isOne();
    }

    @Test
    void with_the_store_away_what_was_seen_last_stays() {
        registry.renew(stranger, TTL);
        alone.open();
        await().until(alone::isApart);

        store.setAway(true);
        registry.remove(stranger);
        assertThat(alone.isApart()).isTrue();

        store.setAway(false);
        await().until(() -> !alone.isApart());
    }

    @Test
    void two_chats_on_one_store_see_that_they_are_apart() {
        try (ChatSphere one = ChatSphere.builder().nodes(registry).build();
                ChatSphere two = ChatSphere.builder().nodes(registry).build()) {
            one.open();
            await().until(() -> registry.renew(stranger, TTL) == 2);
            registry.remove(stranger);
            two.open();

            await().until(() -> two.nodes() == 2);
            assertThat(two.isApart()).isTrue();
        }
        assertThat(registry.renew(stranger, TTL)).isOne();
    }

    private static NodeId node() {
        return new NodeId(UUID.randomUUID());
    }

    /** Does not answer while it is away. */
    private final class Sometimes implements NodeRegistry {
        private boolean away;

        synchronized void setAway(boolean value) {
            away = value;
        }

        @Override
        public synchronized int renew(NodeId node, Duration ttl) {
            if (away) {
                throw new ChatException.Unavailable();
            }
            return registry.renew(node, ttl);
        }

        @Override
        public void remove(NodeId node) {
            registry.remove(node);
        }
    }
}
