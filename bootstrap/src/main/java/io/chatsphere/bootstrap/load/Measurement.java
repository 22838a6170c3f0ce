package io.chatsphere.bootstrap.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.load.plan.LoadPlan;
import io.chatsphere.bootstrap.load.plan.Pace;
import io.chatsphere.bootstrap.load.report.Percentiles;
import io.chatsphere.bootstrap.load.report.Processes;
import io.chatsphere.bootstrap.load.report.Report;
import io.chatsphere.bootstrap.load.report.Summary;
import io.chatsphere.bootstrap.load.run.Counters;
import io.chatsphere.bootstrap.load.run.Counters.Event;
import io.chatsphere.bootstrap.load.run.LoadRun;
import io.chatsphere.bootstrap.load.wire.Rest;
import io.chatsphere.bootstrap.load.wire.User;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes the figures of a run when it is time for each, and makes the report of them. */
final class Measurement {
    private static final double SECOND = 1e9;
    private static final double MICROS = 1e6;

    private final LoadPlan plan;
    private final Rest rest;
    private final User asking;
    private final JsonNode healthBefore;
    private final JsonNode statsBefore;
    private double connectSeconds;
    private Reading begin = new Reading(0, 0, 0, Processes.now(List.of()));
    private Reading end = begin;
    private Instant ended = Instant.MAX;
    private Optional<JsonNode> healthUnderLoad = Optional.empty();

    Measurement(LoadPlan plan, Rest rest, User asking, JsonNode healthBefore) {
        this.plan = plan;
        this.rest = rest;
        this.asking = asking;
        this.healthBefore = healthBefore;
        this.statsBefore = stats();
    }

    private record Reading(long nanos, long acknowledged, long delivered, Processes processes) {}

    void connect(LoadRun load) {
        long start = System.nanoTime();
        load.connect();
        connectSeconds = (System.nanoTime() - start) / SECOND;
    }

    void begin(LoadRun load) {
        begin = read(load);
    }

    void end(LoadRun load) {
        end = read(load);
        ended = Instant.now();
    }

    private Reading read(LoadRun load) {
        Counters counters = load.counters();
        long self = ProcessHandle.current().pid();
        List<Long> pids =
                Stream.concat(Stream.of(self), plan.pids().stream()).distinct().toList();
        return new Reading(
                System.nanoTime(),
                counters.count(Event.ACKNOWLEDGED),
                counters.count(Event.DELIVERED),
                Processes.now(pids));
    }

    /** While the connections are still there. */
    Report report(LoadRun load, Report.Audit audit) {
        healthUnderLoad = Optional.of(rest.get("/health", Optional.empty()).body());
        Report.Messages messages = new Report.Messages(
                load.ledger().size(),
                load.ledger().acknowledged(),
                load.ledger().size()
                        - load.ledger().acknowledged()
                        - load.ledger().refused(),
                load.ledger().refused(),
                load.counters().count(Event.SENT_AGAIN));
        Summary summary = Summary.of(audit, load.missing());
        return new Report(
                summary.verdict(),
                summary.text(),
                planned(),
                messages,
                throughput(),
                new Report.Latency(
                        Percentiles.of(load.latencies().acknowledgements()),
                        Percentiles.of(load.latencies().deliveries()),
                        Percentiles.of(load.latencies().connects()),
                        Percentiles.of(load.latencies().lateness())),
                connections(load),
                load.counters().errors(),
                audit,
                server(),
                cost());
    }

    private Report.Plan planned() {
        return new Report.Plan(
                plan.urls().stream().map(URI::toString).toList(),
                plan.shape().connections(),
                plan.shape().users(),
                plan.shape().rooms(),
                Math.min(
                        plan.shape().usersOfRoom() * plan.shape().perUser(),
                        plan.shape().connections()),
                plan.shape().senders(),
                plan.pace() instanceof Pace.Open(var rate) ? Optional.of(rate) : Optional.empty(),
                plan.pace() instanceof Pace.Closed(var window) ? Optional.of(window) : Optional.empty(),
                plan.size(),
                seconds(plan.timing().warmup()),
                seconds(plan.timing().duration()),
                plan.churn());
    }

    private Report.Throughput throughput() {
        double seconds = (end.nanos() - begin.nanos()) / SECOND;
        return new Report.Throughput(
                seconds,
                (end.acknowledged() - begin.acknowledged()) / seconds,
                (end.delivered() - begin.delivered()) / seconds);
    }

    private Report.Connections connections(LoadRun load) {
        Counters counters = load.counters();
        return new Report.Connections(
                counters.count(Event.CONNECTED),
                counters.count(Event.CONNECTED) / connectSeconds,
                counters.count(Event.CUT_BY_CHURN),
                counters.count(Event.CAME_BACK),
                counters.count(Event.CONNECT_FAILED),
                counters.count(Event.SILENT),
                counters.closes(),
                counters.count(Event.TOKEN_RENEWED),
                load.missing(),
                rest.limited());
    }

    private Report.Server server() {
        JsonNode after = stats();
        String time = after.path("server_time").asText("");
        boolean isCurrent = !time.isEmpty() && !Instant.parse(time).isBefore(ended);
        return new Report.Server(statsBefore, after, isCurrent, healthBefore, healthUnderLoad.orElseThrow());
    }

    private Report.Cost cost() {
        List<Processes.Used> used = end.processes().since(begin.processes());
        long self = ProcessHandle.current().pid();
        double tester = cpu(used.stream().filter(one -> one.pid() == self));
        List<Processes.Used> server =
                used.stream().filter(one -> plan.pids().contains(one.pid())).toList();
        double all = cpu(server.stream());
        long delivered = Math.max(1, end.delivered() - begin.delivered());
        long acknowledged = Math.max(1, end.acknowledged() - begin.acknowledged());
        boolean isKnown = !server.isEmpty() && server.stream().allMatch(Processes.Used::isAlive);
        return new Report.Cost(
                server,
                isKnown ? Optional.of(all * MICROS / acknowledged) : Optional.empty(),
                isKnown ? Optional.of(all * MICROS / delivered) : Optional.empty(),
                tester,
                tester * MICROS / delivered);
    }

    private JsonNode stats() {
        return rest.get("/api/v1/stats", Optional.of(asking.token())).body();
    }

    private static double cpu(Stream<Processes.Used> used) {
        return used.mapToDouble(Processes.Used::cpuSeconds).sum();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / SECOND;
    }
}
