package io.chatsphere.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A node under a bus that loses, repeats and reorders and a store that is away at times, while people write, leave, are removed
 * and let in again, connect, read and type, and their logins end: drawn from a seed, which a failure names.
 */
class LiveScheduleTest {
    private static final int SEEDS = 3_000;
    private static final int ACTS = 150;

    /** What must have come often, or the schedules prove nothing. */
    private static final List<Object> EXPECTED = List.of(
            Delivery.class,
            Notice.Body.RoomAdded.class,
            Notice.Body.RoomRemoved.class,
            Notice.Body.Read.class,
            Notice.Body.Typing.class,
            EndReason.REVOKED,
            EndReason.RESET);

    /** That the store is away, as it often is here, would fill the log. */
    private static final Logger STORE_AWAY = Logger.getLogger(StoreReads.class.getName());

    @BeforeAll
    static void silence() {
        STORE_AWAY.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        STORE_AWAY.setLevel(null);
    }

    @Test
    void every_client_is_told_all_that_its_user_may_know_in_order_and_nothing_else() {
        Map<Object, Long> told = new HashMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Simulation simulation = new Simulation(seed);
            simulation.run(ACTS);
            assertThat(simulation.node().faults()).as("seed %d", seed).isEmpty();
            simulation.node().told().forEach(kind -> told.merge(kind, 1L, Long::sum));
        }
        for (Object kind : EXPECTED) {
            assertThat(told.getOrDefault(kind, 0L)).as("how often: %s", kind).isGreaterThan(SEEDS / 10L);
        }
    }
}
