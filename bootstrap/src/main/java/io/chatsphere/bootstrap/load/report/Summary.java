package io.chatsphere.bootstrap.load.report;

import java.util.Locale;
import java.util.stream.Collectors;

/** The one sentence that a run comes down to. */
public record Summary(Verdict verdict, String text) {
    /**
     * What the audit says.
     *
     * @param missing connections that were not there at the end, of which nothing can be said
     */
    public static Summary of(Report.Audit audit, long missing) {
        if (!audit.faults().isEmpty()) {
            String faults = audit.faults().stream()
                    .map(one -> String.format(Locale.ROOT, "%,d × %s", one.count(), one.meaning()))
                    .collect(Collectors.joining("; "));
            return new Summary(Verdict.FAULTS, "faults: " + faults);
        }
        if (!audit.drained()) {
            return new Summary(
                    Verdict.INCOMPLETE,
                    "not proved: not every message had an answer in time; a longer --drain, or less load, may help");
        }
        if (missing > 0) {
            return new Summary(
                    Verdict.INCOMPLETE,
                    "not proved: " + missing + " connections did not stay, or did not come back in time");
        }
        if (audit.acknowledged() == 0) {
            return new Summary(Verdict.INCOMPLETE, "not proved: no message was acknowledged");
        }
        return new Summary(Verdict.PROVED, proved(audit));
    }

    private static String proved(Report.Audit audit) {
        String more = audit.storedUnacknowledged() == 0
                ? ""
                : String.format(Locale.ROOT, " (and %,d not acknowledged, once)", audit.storedUnacknowledged());
        return String.format(
                Locale.ROOT,
                "proved: %,d acknowledged = %,d stored%s; %,d deliveries in order, 0 lost, 0 twice; unread right for %s",
                audit.acknowledged(),
                audit.stored() - audit.storedUnacknowledged(),
                more,
                audit.deliveries(),
                audit.unreadUsers() == audit.users()
                        ? String.format(Locale.ROOT, "all %,d users", audit.users())
                        : String.format(Locale.ROOT, "%,d of %,d users", audit.unreadUsers(), audit.users()));
    }
}
