package io.chatsphere.application.memory.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.id.Revision;
import org.junit.jupiter.api.Test;

class ChangeStreamTest {
    private final ChangeStream<String> stream = new ChangeStream<>();

    @Test
    void each_change_has_the_next_revision() {
        assertThat(stream.move("one")).isEqualTo(new Revision(1));
        assertThat(stream.move("other")).isEqualTo(new Revision(2));
        assertThat(stream.move("one")).isEqualTo(new Revision(3));
        assertThat(stream.head()).isEqualTo(new Revision(3));
    }

    @Test
    void a_row_that_changes_again_is_told_once_at_its_last_change() {
        stream.move("one");
        stream.move("other");
        stream.move("one");

        assertThat(stream.behind(Revision.ZERO)).containsExactly("other", "one");
        assertThat(stream.behind(new Revision(2))).containsExactly("one");
        assertThat(stream.behind(new Revision(3))).isEmpty();
    }

    @Test
    void a_row_that_is_forgotten_leaves_the_counter() {
        stream.move("one");
        stream.forget("one");
        stream.forget("unknown");

        assertThat(stream.behind(Revision.ZERO)).isEmpty();
        assertThat(stream.head()).isEqualTo(new Revision(1));
        assertThat(stream.move("one")).isEqualTo(new Revision(2));
    }
}
