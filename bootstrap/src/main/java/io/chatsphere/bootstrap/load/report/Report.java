package io.chatsphere.bootstrap.load.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.load.report.Processes.Used;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a load test found. In JSON its fields have the names of the components, in snake_case; empty ones are null. */
public record Report(
        Verdict verdict,
        String summary,
        Plan plan,
        Messages messages,
        Throughput throughput,
        Latency latencyMs,
        Connections connections,
        Map<String, Long> errors,
        Audit audit,
        Server server,
        Cost cost) {
    /** What was asked for. */
    public record Plan(
            List<String> urls,
            int connections,
            int users,
            int rooms,
            int membersPerRoom,
            int senders,
            Optional<Double> rate,
            Optional<Integer> window,
            int size,
            double warmupSeconds,
            double durationSeconds,
            double churn) {}

    /**
     * The messages of the whole run.
     *
     * @param sentAgain since there was no answer, or one that said later
     * @param refused for good
     */
    public record Messages(int sent, int acknowledged, int unacknowledged, int refused, long sentAgain) {}

    /** What arrived while it was measured. */
    public record Throughput(double seconds, double acknowledgedPerSecond, double deliveredPerSecond) {}

    /**
     * Milliseconds, of messages that were due while it was measured.
     *
     * @param testerLateness how late the tester itself was: what is added to the others by it
     */
    public record Latency(
            Percentiles acknowledgement, Percentiles delivery, Percentiles connect, Percentiles testerLateness) {}

    /**
     * Of the whole run.
     *
     * @param perSecond connects while all connected at the beginning
     * @param closes that the server or the network did, by close code
     */
    public record Connections(
            long opened,
            double perSecond,
            long cutByChurn,
            long cameBack,
            long failedAttempts,
            long silent,
            Map<String, Long> closes,
            long tokensRenewed,
            long missing,
            long restLimited) {}

    /**
     * What was compared.
     *
     * @param storedUnacknowledged stored, though the sender was never told
     * @param repeatedByResume frames that came again because a connection resumed, which clients drop
     * @param drained whether everything had an answer before the time was up
     */
    public record Audit(
            long acknowledged,
            long stored,
            long storedUnacknowledged,
            long deliveries,
            long expectedDeliveries,
            long repeatedByResume,
            long unreadUsers,
            long users,
            long unreadCounts,
            boolean drained,
            List<Faults> faults) {}

    /** Faults of one kind. */
    public record Faults(String kind, String meaning, long count, List<String> examples) {}

    /**
     * What the server says of itself.
     *
     * @param statsAfterIsCurrent whether the figures afterwards are of a time after the run; the server keeps them for 60 s
     */
    public record Server(
            JsonNode statsBefore,
            JsonNode statsAfter,
            boolean statsAfterIsCurrent,
            JsonNode healthBefore,
            JsonNode healthUnderLoad) {}

    /** What it took while it was measured, of the server's processes, if they were named, and of the tester itself. */
    public record Cost(
            List<Used> server,
            Optional<Double> serverCpuUsPerMessage,
            Optional<Double> serverCpuUsPerDelivery,
            double testerCpuSeconds,
            double testerCpuUsPerDelivery) {}
}
