package io.chatsphere.bootstrap.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.bootstrap.load.report.Report.Audit;
import io.chatsphere.bootstrap.load.report.Report.Faults;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SummaryTest {
    private static final List<Faults> NONE = List.of();

    @Test
    void what_is_proved_is_said_in_numbers() {
        assertThat(Summary.of(audit(12_000, 12_000, NONE), 0))
                .isEqualTo(new Summary(
                        Verdict.PROVED,
                        "proved: 12,000 acknowledged = 12,000 stored; 240,000 deliveries in order, 0 lost, 0 twice;"
                                + " unread right for 200 of 300 users"));
    }

    @Test
    void what_is_stored_without_an_acknowledgement_is_said() {
        assertThat(Summary.of(audit(10, 12, NONE), 0).text())
                .startsWith("proved: 10 acknowledged = 10 stored (and 2 not acknowledged, once)");
    }

    @Test
    void a_fault_outweighs_everything() {
        List<Faults> lost = List.of(new Faults("NOT_STORED", "acknowledged, but not in the history", 3, List.of()));

        assertThat(Summary.of(audit(0, 0, lost), 5))
                .isEqualTo(new Summary(Verdict.FAULTS, "faults: 3 × acknowledged, but not in the history"));
    }

    @Test
    void nothing_is_proved_by_nothing_or_without_those_who_went() {
        assertThat(Summary.of(audit(0, 0, NONE), 0).verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(Summary.of(audit(9, 9, NONE), 1).verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void nothing_is_proved_while_messages_have_no_answer() {
        assertThat(Summary.of(audit(9, 9, NONE, false), 0).verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    private static Audit audit(long acknowledged, long stored, List<Faults> faults) {
        return audit(acknowledged, stored, faults, true);
    }

    private static Audit audit(long acknowledged, long stored, List<Faults> faults, boolean drained) {
        return new Audit(
                acknowledged,
                stored,
                stored - acknowledged,
                acknowledged * 20,
                acknowledged * 20,
                0,
                200,
                300,
                200,
                drained,
                faults);
    }
}
