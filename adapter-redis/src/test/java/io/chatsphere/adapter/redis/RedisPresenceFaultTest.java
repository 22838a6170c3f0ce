package io.chatsphere.adapter.redis;

import static io.chatsphere.adapter.redis.Script.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.NodeId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.presence.Departures;
import io.chatsphere.domain.presence.PresenceRegistry;
import io.chatsphere.domain.presence.Viewer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** What becomes of presence when servers, nodes and answers are lost. */
final class RedisPresenceFaultTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private static Path folder;

    private final TestNodes nodes =
            new TestNodes(2, "--dir", folder.toString(), "--dbfilename", UUID.randomUUID() + ".rdb");
    private final PresenceRegistry registry = nodes.get(0).presence();
    private final PresenceRegistry other = nodes.get(1).presence();
    private final NodeId here = new NodeId(UUID.randomUUID());
    private final NodeId there = new NodeId(UUID.randomUUID());
    private final UserId anna = new UserId(UUID.randomUUID());
    private final UserId bert = new UserId(UUID.randomUUID());
    private final Viewer viewer = new Viewer(anna, new RoomId(UUID.randomUUID()));

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void a_server_that_comes_back_empty_is_filled_again() {
        registry.renew(here, LONG);
        registry.addUsers(here, List.of(anna));

        restart();

        assertThat(registry.addUsers(here, List.of(anna))).isEmpty();
        assertThat(registry.renew(here, LONG)).isFalse();
        assertThat(registry.addUsers(here, List.of(anna))).containsExactly(anna);
        assertThat(registry.addViewers(here, List.of(viewer))).containsExactly(viewer);
        assertThat(registry.renew(here, LONG)).isTrue();
    }

    @Test
    void whoever_a_server_with_old_data_knows_wrongly_is_gone_a_lease_later() {
        registry.renew(here, LONG);
        registry.addUsers(here, List.of(anna, bert));
        registry.addViewers(here, List.of(viewer));
        nodes.run(redis -> redis.executeCommand(new CommandArguments(Command.SAVE)));
        registry.removeUsers(here, List.of(bert));

        restart();

        assertThat(online()).containsExactlyInAnyOrder(anna, bert);
        assertThat(registry.renew(here, LONG)).isFalse();
        assertThat(registry.addUsers(here, List.of(anna))).isEmpty();
        assertThat(registry.addViewers(here, List.of(viewer))).isEmpty();
        assertThat(other.expire()).isEqualTo(Departures.NONE);
        end(here + ":former");
        assertThat(other.expire()).isEqualTo(new Departures(Set.of(bert), Set.of()));
        assertThat(online()).containsExactly(anna);
    }

    @Test
    void a_node_that_did_not_hear_whether_it_was_there_adds_its_entries_again() {
        registry.renew(here, LONG);
        assertThat(registry.renew(here, LONG)).isTrue();
        nodes.run(redis -> redis.executeCommand(
                new CommandArguments(Command.CLIENT).add("PAUSE").add("1500")));

        assertThatThrownBy(() -> registry.renew(here, LONG)).isInstanceOf(ChatException.Unavailable.class);

        nodes.awaitAnswers();
        assertThat(registry.renew(here, LONG)).isFalse();
        assertThat(registry.renew(here, LONG)).isTrue();
    }

    @Test
    void who_is_gone_is_named_again_when_nobody_heard() {
        registry.renew(here, LONG);
        registry.addUsers(here, List.of(anna));
        end(here.toString());
        PresenceScripts scripts = new PresenceScripts(nodes.get(0).commands(), System::nanoTime);

        for (int i = 0; i < 3; i++) {
            List<?> answer = (List<?>) scripts.write("expire", bytes(10), bytes("number"));
            assertThat(IdBytes.users((byte[]) answer.getFirst())).containsExactly(anna);
        }
        assertThat(registry.expire()).isEqualTo(Departures.NONE);
    }

    @Test
    void what_reaches_the_server_too_late_is_not_done() {
        AtomicLong nanoTime = new AtomicLong(System.nanoTime());
        PresenceRegistry slow = new RedisPresenceRegistry(nodes.get(0).commands(), nanoTime::get);
        slow.renew(here, LONG);
        registry.renew(there, LONG);
        registry.addUsers(there, List.of(anna));
        end(there.toString());

        // As if it had been sent earlier, and the network had kept it.
        nanoTime.addAndGet(-Duration.ofSeconds(10).toNanos());
        assertThatThrownBy(slow::expire).isInstanceOf(ChatException.Unavailable.class);
        assertThat(online()).containsExactly(anna);

        nanoTime.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(slow.expire().users()).containsExactly(anna);
    }

    @Test
    void nodes_that_look_at_once_name_each_of_very_many_once() {
        List<UserId> users = Stream.generate(() -> new UserId(UUID.randomUUID()))
                .limit(5_000)
                .toList();
        registry.renew(here, LONG);
        registry.addUsers(here, users);
        registry.addViewers(
                here,
                users.stream().map(user -> new Viewer(user, viewer.room())).toList());
        end(here.toString());

        List<UserId> named = new ArrayList<>();
        List<Viewer> viewers = new ArrayList<>();
        IntStream.range(0, 4)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(nodes.get(i % 2).presence()::expire, Thread::startVirtualThread))
                .toList()
                .forEach(answer -> {
                    Departures gone = answer.orTimeout(20, TimeUnit.SECONDS).join();
                    named.addAll(gone.users());
                    viewers.addAll(gone.viewers());
                });

        assertThat(named).containsExactlyInAnyOrderElementsOf(users);
        assertThat(viewers).hasSize(5_000).doesNotHaveDuplicates();
    }

    @Test
    void everything_ends_with_the_last_node() {
        registry.renew(here, LONG);
        registry.addUsers(here, List.of(anna, bert));
        registry.addViewers(here, List.of(viewer));
        registry.renew(there, LONG);
        registry.addUsers(there, List.of(anna));

        assertThat(keys())
                .hasSizeGreaterThan(8)
                .allSatisfy(key ->
                        assertThat(nodes.<Long>run(redis -> redis.pttl(key))).isPositive());

        registry.release(here);
        registry.release(there);
        assertThat(keys()).isEmpty();
    }

    /** As if the time of the lease had passed. */
    private void end(String life) {
        long ended = nodes.run(redis -> redis.del("chatsphere:presence:lease:" + life));
        assertThat(ended).isOne();
    }

    private void restart() {
        nodes.server().restart();
        nodes.awaitAnswers();
    }

    private Set<String> keys() {
        return nodes.run(redis -> redis.keys("*"));
    }

    private List<UserId> online() {
        return registry.online(Optional.empty(), 10).users();
    }
}
