package io.chatsphere.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The simulation finds mistakes: each of {@link Mutants} is planted, and some seed shows it. */
class SimulationMutantsTest {
    /** Most are found among the first few, a group's secret that is told in a moment only among many. */
    private static final int SEEDS = 3_000;

    /** Of the seeds without a mistake {@link LiveScheduleTest} plays all; these show that they are loaded right. */
    private static final int SOUND_SEEDS = 100;

    private static final int ACTS = 140;

    static final List<Mutant> MUTANTS = Mutants.ALL;

    @ParameterizedTest
    @FieldSource("MUTANTS")
    void every_planted_mistake_is_found(Mutant mutant) throws ReflectiveOperationException {
        assertThat(firstFault(new MutantLoader(mutant), SEEDS))
                .as("who %s", mutant)
                .isPresent();
    }

    @Test
    void nothing_is_found_where_nothing_is_planted() throws ReflectiveOperationException {
        assertThat(firstFault(new MutantLoader(), SOUND_SEEDS)).isEmpty();
    }

    @Test
    void a_mistake_that_does_not_fit_the_source_any_more_is_an_error() {
        Mutant old = new Mutant("", "src/io/Any.java", Map.of("once", "never"));
        assertThat(old.plantIn("only once")).isEqualTo("only never");
        assertThatThrownBy(() -> old.plantIn("once, or once again")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> old.plantIn("nowhere")).isInstanceOf(IllegalStateException.class);
    }

    /** What the simulation of these classes finds first, if it finds anything. */
    private static Optional<?> firstFault(ClassLoader classes, int seeds) throws ReflectiveOperationException {
        var search = Class.forName(Simulation.class.getName(), true, classes)
                .getDeclaredMethod("firstFault", int.class, int.class);
        search.setAccessible(true);
        return (Optional<?>) search.invoke(null, seeds, ACTS);
    }
}
