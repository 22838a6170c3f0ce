package io.chatsphere.bootstrap.load.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.load.report.Processes.Used;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report for people. */
public final class TextReport {
    private final Report report;
    private final List<String> lines = new ArrayList<>();

    private TextReport(Report report) {
        this.report = report;
    }

    /** Lines, without ends. */
    public static List<String> of(Report report) {
        TextReport text = new TextReport(report);
        text.load();
        text.server();
        text.audit();
        return text.lines;
    }

    private void load() {
        Report.Plan plan = report.plan();
        lines.add(String.format(
                Locale.ROOT,
                "load         %,d connections of %,d users, %,d rooms with %,d each, %,d senders, %s, %,d bytes",
                plan.connections(),
                plan.users(),
                plan.rooms(),
                plan.membersPerRoom(),
                plan.senders(),
                plan.rate()
                        .map(rate ->
                                BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString()
                                        + " messages/s (open loop)")
                        .orElseGet(() -> plan.window().orElse(0) + " on their way each (closed loop)"),
                plan.size()));
        Report.Messages messages = report.messages();
        lines.add(String.format(
                Locale.ROOT,
                "messages     %,d sent, %,d acknowledged, %,d not, %,d refused; %,d times sent again",
                messages.sent(),
                messages.acknowledged(),
                messages.unacknowledged(),
                messages.refused(),
                messages.sentAgain()));
        Report.Throughput throughput = report.throughput();
        lines.add(String.format(
                Locale.ROOT,
                "throughput   %,.1f acknowledged/s, %,.1f delivered/s over %.1f s",
                throughput.acknowledgedPerSecond(),
                throughput.deliveredPerSecond(),
                throughput.seconds()));
        lines.add(String.format(
                Locale.ROOT, "latency, ms        p50       p90       p99     p99.9       max      count"));
        percentiles("  acknowledged", report.latencyMs().acknowledgement());
        percentiles("  delivered", report.latencyMs().delivery());
        percentiles("  connected", report.latencyMs().connect());
        percentiles("  tester late", report.latencyMs().testerLateness());
        connections(report.connections());
        lines.add(String.format(Locale.ROOT, "errors       %s", counts(report.errors())));
    }

    private void connections(Report.Connections connections) {
        lines.add(String.format(
                Locale.ROOT,
                "connections  %,d opened (%,.1f/s), %,d lost by churn, %,d came back, %,d attempts failed, closes %s",
                connections.opened(),
                connections.perSecond(),
                connections.cutByChurn(),
                connections.cameBack(),
                connections.failedAttempts(),
                counts(connections.closes())));
        if (connections.missing() + connections.silent() + connections.tokensRenewed() + connections.restLimited()
                > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "             %,d missing at the end, %,d given up as silent, %,d tokens renewed, %,d times told to wait",
                    connections.missing(),
                    connections.silent(),
                    connections.tokensRenewed(),
                    connections.restLimited()));
        }
    }

    private void server() {
        Report.Server server = report.server();
        lines.add(String.format(
                Locale.ROOT,
                "server       %s before, %s under load with %s live connections on the node asked",
                text(server.healthBefore(), "/status"),
                text(server.healthUnderLoad(), "/status"),
                text(server.healthUnderLoad(), "/services/websocket/active_connections")));
        lines.add(String.format(
                Locale.ROOT,
                "             messages stored: %s before, %s after%s",
                text(server.statsBefore(), "/total_messages"),
                text(server.statsAfter(), "/total_messages"),
                server.statsAfterIsCurrent()
                        ? ""
                        : " (as of " + text(server.statsAfter(), "/server_time")
                                + ": the server keeps these figures for 60 s)"));
        report.cost().server().forEach(this::process);
        Report.Cost cost = report.cost();
        cost.serverCpuUsPerDelivery()
                .ifPresent(perDelivery -> lines.add(String.format(
                        Locale.ROOT,
                        "             %.1f µs of the server's CPU for each message, %.1f for each delivery",
                        cost.serverCpuUsPerMessage().orElse(0.0),
                        perDelivery)));
        lines.add(String.format(
                Locale.ROOT,
                "tester       %.2f s of CPU, %.1f µs for each delivery",
                cost.testerCpuSeconds(),
                cost.testerCpuUsPerDelivery()));
    }

    private void process(Used used) {
        if (used.isAlive()) {
            String memory = used.rssMib().map(Object::toString).orElse("?");
            lines.add(String.format(
                    Locale.ROOT, "process %-5d %.2f s of CPU, %s MiB", used.pid(), used.cpuSeconds(), memory));
        } else {
            lines.add(String.format(Locale.ROOT, "process %-5d ended during the run", used.pid()));
        }
    }

    private void audit() {
        for (Report.Faults faults : report.audit().faults()) {
            lines.add(String.format(
                    Locale.ROOT, "FAULT        %s (%s): %,d", faults.kind(), faults.meaning(), faults.count()));
            faults.examples().forEach(example -> lines.add("               " + example));
        }
        lines.add(report.summary());
    }

    private void percentiles(String name, Percentiles of) {
        lines.add(String.format(
                Locale.ROOT,
                "%-14s %9.1f %9.1f %9.1f %9.1f %9.1f %,10d",
                name,
                of.p50(),
                of.p90(),
                of.p99(),
                of.p999(),
                of.max(),
                of.count()));
    }

    private static String counts(Map<String, Long> counts) {
        return counts.isEmpty() ? "none" : counts.toString().replaceAll("[{}]", "");
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asText("?");
    }
}
