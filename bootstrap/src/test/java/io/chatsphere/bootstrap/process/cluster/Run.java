package io.chatsphere.bootstrap.process.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.bootstrap.process.AtOnce;
import io.chatsphere.bootstrap.process.Person;
import io.chatsphere.bootstrap.process.cluster.audit.Audit;
import io.chatsphere.bootstrap.process.cluster.audit.Heads;
import io.chatsphere.bootstrap.process.cluster.audit.Truth;
import io.chatsphere.bootstrap.process.cluster.client.Finding;
import io.chatsphere.bootstrap.process.cluster.client.Finding.Kind;
import io.chatsphere.bootstrap.process.cluster.client.Findings;
import io.chatsphere.bootstrap.process.cluster.client.Follower;
import io.chatsphere.bootstrap.process.cluster.client.Volume;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** People who talk over a cluster while its parts fail, and the audit of what became of it. */
final class Run implements AutoCloseable {
    private static final int MEMBERS = 7;
    private static final int GROUPS_OF = 5;
    private static final Duration HEALING = Duration.ofMinutes(2);

    private final ChatCluster cluster;
    private final Random random;
    private final Findings findings = new Findings();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final World world;
    private final List<Participant> participants;

    /** So many people register and connect; everything that is drawn comes from the seed. */
    Run(ChatCluster cluster, int people, long seed) throws Exception {
        this.cluster = cluster;
        this.random = new Random(seed);
        try (Connection connection = cluster.postgres().connect()) {
            Truth.begin(connection);
        }
        this.world = new World(register(people));
        Habits habits = new Habits(world);
        this.participants = world.people().stream()
                .map(person -> new Participant(
                        new Follower(person, findings, acknowledged::incrementAndGet),
                        findings,
                        cluster,
                        habits,
                        new Random(random.nextLong())))
                .toList();
    }

    /** One after the other at each node: a server hashes few passwords at a time. */
    private List<Person> register(int people) throws Exception {
        int nodes = cluster.size();
        return AtOnce.run(
                        nodes,
                        node -> IntStream.range(0, people / nodes)
                                .mapToObj(
                                        i -> Person.register(cluster.node(node).uri(), "user" + (i * nodes + node)))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Makes the rooms and connects everybody. */
    void begin() {
        for (String room : world.rooms()) {
            String made = world.people()
                    .getFirst()
                    .call("POST", "/api/v1/rooms", Map.of("id", room, "name", room))
                    .body()
                    .toString();
            assertThat(made).contains(room);
        }
        for (int i = 0; i < world.people().size(); i += GROUPS_OF) {
            Person owner = world.people().get(i);
            List<String> members = IntStream.range(0, MEMBERS)
                    .mapToObj(any -> world.people()
                            .get(random.nextInt(world.people().size()))
                            .id())
                    .filter(id -> !id.equals(owner.id()))
                    .distinct()
                    .toList();
            Person.Reply made =
                    owner.call("POST", "/api/v1/groups", Map.of("name", "circle " + i, "member_ids", members));
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            world.add(new World.Group(made.body().get("id").asText(), owner));
        }
        participants.forEach(executor::execute);
        Awaitility.await().atMost(HEALING).until(() -> participants.stream().allMatch(Participant::isConnected));
    }

    List<Participant> participants() {
        return participants;
    }

    Findings findings() {
        return findings;
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Everybody acts at this pace, or only listens. */
    void act(Optional<Duration> pace) {
        participants.forEach(participant -> participant.act(pace));
    }

    /** Waits until every client has an answer to all that it asked and knows all that there is; who does not is a finding. */
    void awaitQuiet() {
        try {
            Awaitility.await()
                    .atMost(HEALING)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> restless().isEmpty() && behind().isEmpty());
        } catch (ConditionTimeoutException e) {
            restless().forEach((name, what) -> findings.add(Kind.LOST, name, "its chats", "still waits: " + what));
            behind().forEach((name, what) -> findings.add(Kind.LOST, name, "its chats", what));
        }
    }

    private Map<String, String> restless() {
        return participants.stream()
                .filter(one -> !one.isConnected() || !one.follower().isAtRest())
                .collect(Collectors.toMap(
                        one -> one.person().name(), one -> one.follower().toString()));
    }

    /** Who does not know what was committed, or knows of rooms that are not theirs. */
    private Map<String, String> behind() {
        try (Connection connection = cluster.postgres().connect()) {
            Heads committed = Heads.committed(connection);
            return participants.stream()
                    .filter(one -> !committed.areKnownTo(one.follower()))
                    .collect(Collectors.toMap(one -> one.person().name(), one -> committed.missing(one.follower())));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares what was told with what was committed, and says how much that was. */
    Volume audit() throws SQLException {
        List<Follower> followers =
                participants.stream().map(Participant::follower).toList();
        try (Connection connection = cluster.postgres().connect()) {
            Audit audit = Audit.of(connection, findings);
            Volume volume = audit.check(followers);
            for (Participant participant : participants) {
                audit.checkUnread(
                        participant.follower(), participant.conversations().orElseThrow());
            }
            return volume;
        }
    }

    /** What those did last whom a promise was broken to, and what the nodes warned of; nothing if none was. */
    List<String> diaries() {
        List<String> concerned =
                findings.told().stream().map(Finding::who).distinct().toList();
        Stream<String> people = participants.stream()
                .filter(one -> concerned.contains(one.person().name()))
                .flatMap(one -> one.follower().diary().stream().map(entry -> one.person() + " " + entry));
        Stream<String> nodes = IntStream.range(0, concerned.isEmpty() ? 0 : cluster.size())
                .boxed()
                .flatMap(i -> cluster.node(i).warnings().stream().map(line -> "node " + i + " " + line));
        return Stream.concat(people, nodes).toList();
    }

    @Override
    public void close() {
        participants.forEach(Participant::end);
        executor.close();
    }
}
