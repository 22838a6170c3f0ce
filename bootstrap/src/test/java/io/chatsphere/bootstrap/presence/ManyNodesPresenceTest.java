package io.chatsphere.bootstrap.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.adapter.redis.testing.RedisServer;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.presence.OnlineUsers;
import io.chatsphere.application.presence.PresenceSettings;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is online is the same on all nodes, whatever becomes of nodes, Redis and the network between them. */
final class ManyNodesPresenceTest {
    private static final String ALL = "anna bert cleo";
    private static final PresenceSettings QUICK = new PresenceSettings(
            200, Duration.ofMillis(500), Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofMillis(500));

    private final RedisServer redis = RedisServer.begin();
    private final Storage storage = new InMemoryStore().storage();
    private final List<TestNode> nodes = new ArrayList<>();
    private final List<Screen> screens = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(TestNode::close);
        redis.close();
    }

    @Test
    void users_of_a_node_that_died_are_offline_everywhere_within_15_seconds() {
        begin(PresenceSettings.DEFAULT);

        nodes.get(2).network().cut();

        await().atMost(Duration.ofSeconds(15))
                .until(() -> screens.subList(0, 2).stream().allMatch(screen -> screen.shows("anna bert")));
        await().atMost(Duration.ofSeconds(5)).until(() -> lastSeen("cleo").isPresent());
        assertThat(lastSeen("anna")).isEmpty();
        assertThat(lastSeen("bert")).isEmpty();
    }

    @Test
    void a_redis_that_comes_back_empty_is_filled_by_all_nodes_and_nobody_was_offline() {
        begin(QUICK);

        redis.restart();

        awaitEverybodyOnlineAgain();
        nobodyWasOffline();
    }

    @Test
    void while_redis_is_frozen_presence_is_stale_and_newcomers_are_served() {
        begin(QUICK);

        nodes.forEach(node -> node.network().freeze());
        await().atMost(Duration.ofSeconds(15)).until(() -> screens.stream().allMatch(Screen::isStale));
        OnlineUsers online =
                nodes.getFirst().chat().presence().online().handle(TestNode.caller("anna"), Optional.empty(), 2);
        assertThat(online.stale()).isTrue();
        assertThat(online.count()).isEqualTo(3);
        assertThat(online.users()).hasSize(2);
        Screen again = nodes.getFirst().connect("anna");
        await().atMost(Duration.ofSeconds(15)).until(() -> again.shows(ALL) && again.isStale());
        TestNode.pass(QUICK.lease());
        nodes.forEach(node -> node.network().restore());

        awaitEverybodyOnlineAgain();
        nobodyWasOffline();
    }

    @Test
    void a_node_that_was_cut_off_for_long_is_back_with_everybody() {
        begin(QUICK);

        nodes.get(2).network().cut();
        await().atMost(Duration.ofSeconds(15)).until(() -> screens.getFirst().shows("anna bert"));
        nodes.get(2).network().restore();

        await().atMost(Duration.ofSeconds(15)).until(() -> screens.getFirst().shows(ALL));
        awaitEverybodyOnlineAgain();
        assertThat(screens.get(2).lists()).isEmpty();
    }

    /** Three nodes with a user each, who all see each other. */
    private void begin(PresenceSettings settings) {
        for (String name : ALL.split(" ", -1)) {
            nodes.add(new TestNode(redis, storage, settings));
            screens.add(nodes.getLast().connect(name));
        }
        await().atMost(Duration.ofSeconds(15)).until(() -> screens.stream().allMatch(screen -> screen.shows(ALL)));
        screens.forEach(Screen::clear);
    }

    private void awaitEverybodyOnlineAgain() {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> nodes.stream().allMatch(node -> {
                    OnlineUsers online =
                            node.chat().presence().online().handle(TestNode.caller("anna"), Optional.empty(), 10);
                    return !online.stale() && online.count() == 3;
                }));
        await().atMost(Duration.ofSeconds(15)).until(() -> screens.stream().noneMatch(Screen::isStale));
    }

    private void nobodyWasOffline() {
        assertThat(screens).allSatisfy(screen -> assertThat(screen.lists()).allMatch(ALL::equals));
        for (String name : ALL.split(" ", -1)) {
            assertThat(lastSeen(name)).isEmpty();
        }
    }

    private Optional<Instant> lastSeen(String name) {
        return storage.users().find(TestNode.id(name)).flatMap(User::lastSeen);
    }
}
