package io.chatsphere.bootstrap.load.plan;

import io.chatsphere.bootstrap.config.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a plan of what was typed. */
public final class PlanReader {
    private static final int MOST_CONNECTIONS = 100_000;
    private static final int MOST_ROOMS_OF_A_USER = 200;
    private static final int MOST_MESSAGES = 100_000_000;
    private static final int SHORTEST_CONTENT = 10;
    private static final int LONGEST_CONTENT = 65_536;
    private static final double SLOWEST = 0.01;
    private static final int FASTEST = 1_000_000;
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Options options;
    private final List<String> faults = new ArrayList<>();
    private final Values values = new Values(faults);

    private PlanReader(Options options) {
        this.options = options;
    }

    /**
     * The plan.
     *
     * @throws ConfigException with all that is wrong
     */
    public static LoadPlan read(Options options) {
        return new PlanReader(options).plan();
    }

    private LoadPlan plan() {
        LoadPlan plan = new LoadPlan(
                new Servers(faults, options.permitted).read(options.urls),
                shape(),
                pace(),
                values.whole("--size", options.size, SHORTEST_CONTENT, LONGEST_CONTENT),
                timing(),
                values.number("--churn", options.churn, 0, FASTEST),
                people(),
                pids(),
                options.json);
        if (plan.pace() instanceof Pace.Open(var rate)
                && rate * plan.timing().sending().toSeconds() > MOST_MESSAGES) {
            faults.add("--rate and --duration make more than " + MOST_MESSAGES + " messages.");
        }
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
        return plan;
    }

    private Shape shape() {
        int connections = values.whole("--connections", options.connections, 1, MOST_CONNECTIONS);
        int perUser = values.whole("--connections-per-user", options.perUser, 1, connections);
        int rooms = values.whole("--rooms", options.rooms, 1, MOST_CONNECTIONS);
        int members = options.members
                .map(value -> values.whole("--members", value, 1, connections))
                .orElse(Math.ceilDiv(connections, rooms));
        Shape all = new Shape(connections, perUser, rooms, members, 1);
        long seats = (long) all.usersOfRoom() * rooms;
        if (Math.ceilDiv(seats, (long) all.users()) > MOST_ROOMS_OF_A_USER) {
            faults.add("--rooms and --members put a user into more than " + MOST_ROOMS_OF_A_USER + " rooms.");
        }
        int most = (int) Math.min((long) rooms * members, MOST_CONNECTIONS);
        int senders = options.senders
                .map(value -> values.whole("--senders", value, 1, most))
                .orElse(Math.min(connections, most));
        return new Shape(connections, perUser, rooms, members, senders);
    }

    private Pace pace() {
        if (options.rate.isPresent() && options.window.isPresent()) {
            faults.add("--rate and --window cannot be used together.");
        }
        Optional<Pace> closed =
                options.window.map(value -> new Pace.Closed(values.whole("--window", value, 1, 10_000)));
        return closed.orElseGet(
                () -> new Pace.Open(values.number("--rate", options.rate.orElse("10"), SLOWEST, FASTEST)));
    }

    private Timing timing() {
        return new Timing(
                values.time("--warmup", options.warmup, Duration.ZERO, LONGEST),
                values.time("--duration", options.duration, Duration.ofSeconds(1), LONGEST),
                values.time("--drain", options.drain, Duration.ofSeconds(1), LONGEST));
    }

    private People people() {
        if (options.accounts.isPresent() && options.tokens.isPresent()) {
            faults.add("--accounts and --tokens cannot be used together.");
        }
        if (options.tokens.isPresent()) {
            Path file = Path.of(options.tokens.get());
            if (!Files.isReadable(file)) {
                faults.add("--tokens names a file that cannot be read: " + file + ".");
            }
            return new People.Strangers(file);
        }
        return options.accounts
                .<People>map(file -> new People.Kept(Path.of(file)))
                .orElseGet(People.New::new);
    }

    private List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        for (String value : options.pids) {
            long pid = values.whole("--pid", value, 1, Integer.MAX_VALUE);
            if (ProcessHandle.of(pid).isEmpty()) {
                faults.add("--pid " + value + " is no process on this machine.");
            }
            pids.add(pid);
        }
        return pids;
    }
}
