package io.chatsphere.bootstrap.process.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.process.LiveConnection;
import io.chatsphere.bootstrap.process.Person;
import io.chatsphere.bootstrap.process.cluster.client.Finding.Kind;
import io.chatsphere.bootstrap.process.cluster.client.Findings;
import io.chatsphere.bootstrap.process.cluster.client.Follower;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Stays connected to one node after another, whatever happens to them, and does what its habits say while it is asked to. */
final class Participant implements Runnable {
    private static final Duration GREETING = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Set<Integer> NEVER = Set.of(1002, 1003, 1007, 1008, 1009, 4001, 4002, 4003, 4009);
    private static final Set<Integer> UNDERSTOOD = Set.of(200, 201, 204, 403, 404, 409, 503);

    private final Follower follower;
    private final Findings findings;
    private final ChatCluster cluster;
    private final Habits habits;
    private final Random random;
    private volatile Optional<Duration> pace = Optional.empty();
    private volatile boolean ended;
    private volatile Person there;
    private volatile Optional<LiveConnection> line = Optional.empty();

    Participant(Follower follower, Findings findings, ChatCluster cluster, Habits habits, Random random) {
        this.follower = follower;
        this.findings = findings;
        this.cluster = cluster;
        this.habits = habits;
        this.random = random;
        this.there = follower.person();
    }

    Follower follower() {
        return follower;
    }

    Person person() {
        return follower.person();
    }

    /** Does something every so often from now on, or only listens. */
    void act(Optional<Duration> every) {
        pace = every;
    }

    /** Loses the connection, as if the network had gone. */
    void drop() {
        line.ifPresent(LiveConnection::close);
    }

    void end() {
        ended = true;
        drop();
    }

    boolean isConnected() {
        return line.filter(open -> open.closeCode() == 0).isPresent();
    }

    @Override
    public void run() {
        while (!ended) {
            Node node = cluster.node(random.nextInt(cluster.size()));
            there = person().at(node.uri());
            LiveConnection open = follower.connect(there);
            if (open.isGreetedWithin(GREETING) && readConversations(open)) {
                line = Optional.of(open);
                stay(open);
            }
            open.close();
            if (NEVER.contains(open.closeCode())) {
                findings.add(Kind.UNEXPECTED, person().name(), node.uri(), "closed with " + open.closeCode());
            }
            pause();
        }
    }

    private void stay(LiveConnection open) {
        while (!ended && !open.isClosedWithin(drawn(pace.orElse(PAUSE)))) {
            follower.remind();
            pace.ifPresent(any -> habits.act(this, random));
        }
    }

    /** Tries until there is an answer, or no connection. */
    private boolean readConversations(LiveConnection open) {
        do {
            Optional<List<JsonNode>> conversations = conversations();
            if (conversations.isPresent()) {
                follower.fold(conversations.get());
                return true;
            }
        } while (!ended && !open.isClosedWithin(PAUSE));
        return false;
    }

    /** All conversations, if the server answers. */
    Optional<List<JsonNode>> conversations() {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            String path = "/api/v1/conversations?limit=100" + cursor;
            Optional<Person.Reply> page = ask(() -> there.call("GET", path));
            if (page.isEmpty() || page.get().status() != 200) {
                return Optional.empty();
            }
            page.get().body().get("conversations").forEach(all::add);
            cursor = "&cursor=" + page.get().body().path("next_cursor").asText("");
        } while (!cursor.equals("&cursor=") && !cursor.equals("&cursor=null"));
        return Optional.of(all);
    }

    /** Asks for something over REST; what comes of it is seen on the live connection. */
    Optional<Person.Reply> ask(String method, String path, Object body) {
        return ask(() -> there.call(method, "/api/v1" + path, body));
    }

    /** Deletes something over REST. */
    void remove(String path) {
        ask(() -> there.call("DELETE", "/api/v1" + path));
    }

    private Optional<Person.Reply> ask(Supplier<Person.Reply> call) {
        try {
            Person.Reply reply = call.get();
            if (!UNDERSTOOD.contains(reply.status())) {
                findings.add(Kind.UNEXPECTED, person().name(), there.server(), reply.toString());
            }
            return Optional.of(reply);
        } catch (UncheckedIOException e) {
            return Optional.empty(); // the node is gone, and so is the connection in a moment
        }
    }

    /** Those who lost the same node do not all come back at once. */
    private void pause() {
        try {
            Thread.sleep(drawn(PAUSE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = true;
        }
    }

    private Duration drawn(Duration mean) {
        return Duration.ofMillis(1 + random.nextLong(2 * mean.toMillis()));
    }
}
