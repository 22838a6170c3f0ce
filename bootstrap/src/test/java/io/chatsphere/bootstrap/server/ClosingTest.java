package io.chatsphere.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatsphere.bootstrap.error.StartException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClosingTest {
    private final List<String> closed = new ArrayList<>();
    private final Closing parts = new Closing();

    @Test
    void parts_close_once_in_the_reverse_order_of_their_start() {
        open("database");
        open("web");

        parts.close();
        parts.close();

        assertThat(closed).containsExactly("web", "database");
    }

    @Test
    void a_part_that_fails_to_close_does_not_keep_the_others_open() {
        open("database");
        AutoCloseable broken = () -> {
            throw new IllegalStateException("broken");
        };
        parts.open(() -> broken);

        parts.close();

        assertThat(closed).containsExactly("database");
    }

    @Test
    void nothing_starts_after_the_close() {
        parts.close();

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> open("late"))
                .withMessage("The server was stopped while it started.");
        assertThat(closed).isEmpty();
    }

    private void open(String name) {
        AutoCloseable part = () -> closed.add(name);
        parts.open(() -> part);
    }
}
