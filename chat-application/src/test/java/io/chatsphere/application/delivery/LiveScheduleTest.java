package io.chatsphere.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.simulation.Tally;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The promises of exact delivery, D2 to D7, held against what clients of some nodes are told while everything goes wrong: see
 * {@link Simulation}. What happens is drawn from a seed. A failure names it, and how to play it alone:
 *
 * <pre>./mvnw -pl chat-application -am test -Dtest=LiveScheduleTest -Dsimulation.seed=42 -Dsimulation.tell=true</pre>
 *
 * <p>{@code simulation.tell} prints what happens, {@code simulation.acts} lets less happen: a failure says how little is enough.
 */
class LiveScheduleTest {
    private static final int SEEDS = 10_000;
    private static final int ACTS = Integer.getInteger("simulation.acts", 140);
    private static final long ALONE = Long.getLong("simulation.seed", -1);

    /** What must have come, and how often in a thousand seeds at least, or the schedules prove nothing. */
    private static final Map<Object, Integer> EXPECTED = Map.ofEntries(
            Map.entry(Delivery.class, 50_000),
            Map.entry("withheld", 20),
            Map.entry("gap", 1_000),
            Map.entry("retry", 5_000),
            Map.entry("resumed completely", 5_000),
            Map.entry("resumed in part", 500),
            Map.entry("resumed anew", 500),
            Map.entry(Notice.Body.RoomAdded.class, 1_000),
            Map.entry(Notice.Body.RoomRemoved.class, 1_000),
            Map.entry(Notice.Body.Read.class, 100),
            Map.entry(Notice.Body.Typing.class, 100),
            Map.entry(EndReason.REVOKED, 500),
            Map.entry(EndReason.RESET, 300),
            Map.entry(EndReason.TOO_SLOW, 50),
            Map.entry(EndReason.REPLACED, 10),
            Map.entry("crash", 300),
            Map.entry("vanish", 300),
            Map.entry("node cut off", 200),
            Map.entry("bus away", 200),
            Map.entry("restore", 100));

    @Test
    void every_client_is_told_all_that_its_user_may_know_in_order_and_nothing_else() {
        Tally tally = new Tally();
        if (ALONE >= 0) {
            assertThat(Simulation.play(ALONE, ACTS, tally)).isEmpty();
            return;
        }
        for (long seed = 0; seed < SEEDS; seed++) {
            List<String> faults = Simulation.play(seed, ACTS, tally);
            if (!faults.isEmpty()) {
                assertThat(faults).as(howToReplay(seed)).isEmpty();
            }
        }
        EXPECTED.forEach((kind, often) ->
                assertThat(tally.of(kind)).as("how often: %s", kind).isGreaterThan(often * SEEDS / 1_000L));
    }

    private static String howToReplay(long seed) {
        int least = IntStream.rangeClosed(1, ACTS)
                .filter(acts -> !Simulation.play(seed, acts, new Tally()).isEmpty())
                .findFirst()
                .orElse(ACTS);
        return "play it with -Dtest=LiveScheduleTest -Dsimulation.seed=%d -Dsimulation.acts=%d".formatted(seed, least);
    }
}
