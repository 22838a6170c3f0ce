package io.chatsphere.bootstrap.process.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sixty people talk over three nodes while nodes, Redis, PostgreSQL and the network fail; then everything that was acknowledged
 * and delivered is compared with what was committed.
 *
 * <p>The great run, with a hundred thousand messages and sixty-four faults, takes about twenty minutes on two cores:
 *
 * <pre>{@code
 * ./mvnw verify -Dtest=NoSuchTest -Dit.test=ManyNodesIT -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dfailsafe.failIfNoSpecifiedTests=false -Dchatsphere.manyNodes.messages=100000 -Dchatsphere.manyNodes.faults=64 \
 *     -Dchatsphere.manyNodes.pause=10000 -Dchatsphere.manyNodes.pace=100
 * }</pre>
 *
 * Pause is the mean time between two faults, pace that between two acts of one person, both in milliseconds.
 *
 * {@code -Dchatsphere.manyNodes.seed} draws the same faults and acts again; what meets what is a matter of the machine.
 */
final class ManyNodesIT {
    private static final Logger LOG = LoggerFactory.getLogger(ManyNodesIT.class);
    private static final int NODES = 3;
    private static final int PEOPLE = 60;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final int messages = Integer.getInteger("chatsphere.manyNodes.messages", 3_000);
    private final int faults = Integer.getInteger("chatsphere.manyNodes.faults", 8);
    private final Duration pause = Duration.ofMillis(Integer.getInteger("chatsphere.manyNodes.pause", 2_500));
    private final Duration pace = Duration.ofMillis(Integer.getInteger("chatsphere.manyNodes.pace", 200));
    private final long seed = Long.getLong(
            "chatsphere.manyNodes.seed", ThreadLocalRandom.current().nextLong());

    @TempDir
    private Path folder;

    @Test
    void nothing_is_lost_doubled_reordered_or_shown_to_others_whatever_fails() throws Exception {
        LOG.warn("Many nodes with -Dchatsphere.manyNodes.seed={}", seed);
        long begin = System.nanoTime();
        try (ChatCluster cluster = ChatCluster.start(folder, NODES, "--access-token-expire-minutes=600");
                Run run = new Run(cluster, PEOPLE, seed)) {
            run.begin();
            run.act(Optional.of(pace));
            try (Faults schedule = new Faults(cluster, run.participants(), new Random(seed))) {
                schedule.run(faults, pause);
                Awaitility.await().atMost(LONGEST).until(() -> run.acknowledged() >= messages);
                run.act(Optional.empty());
                run.awaitQuiet();
                LOG.warn(
                        "{} acknowledged, {}, {} in {} s: {}",
                        run.acknowledged(),
                        schedule.done(),
                        run.audit(),
                        Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                        run.findings());
            }
            run.diaries().forEach(LOG::warn);
            assertThat(run.findings().told()).as("seed %d", seed).isEmpty();
        }
    }
}
