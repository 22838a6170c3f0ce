package io.chatsphere.bootstrap.process.cluster.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.bootstrap.process.cluster.client.Finding.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A connection shows each change of a room once and in its place, or it is found out. */
final class ChainTest {
    private static final Chat CHAT = new Chat("group", "circle");

    private final Chain chain = new Chain();

    @Test
    void each_change_follows_the_one_before() {
        assertThat(fault(4, 5)).isEmpty();
        assertThat(fault(5, 6)).isEmpty();
        assertThat(fault(6, 9)).isEmpty();
    }

    @Test
    void a_repeat_a_gap_and_a_step_back_are_found() {
        assertThat(fault(0, 1)).isEmpty();
        assertThat(fault(0, 1)).contains(Kind.DUPLICATED);
        assertThat(fault(3, 4)).contains(Kind.LOST);
        assertThat(fault(2, 3)).contains(Kind.REORDERED);
    }

    @Test
    void a_resume_begins_where_it_was_asked_to() {
        assertThat(fault(7, 8)).isEmpty();
        chain.ask(CHAT, 3);
        assertThat(fault(8, 9)).isEmpty();
        assertThat(fault(3, 5)).isEmpty();
        assertThat(chain.resumed(CHAT, 5)).isTrue();
        assertThat(fault(5, 6)).isEmpty();
        assertThat(fault(3, 5)).contains(Kind.REORDERED);
    }

    @Test
    void nothing_comes_behind_a_removal() {
        chain.removed(CHAT);
        assertThat(fault(1, 2)).contains(Kind.UNENTITLED);
        chain.added(CHAT);
        assertThat(fault(2, 3)).isEmpty();
    }

    private Optional<Kind> fault(long prev, long revision) {
        return chain.fault(CHAT, new Step(prev, revision, Step.ROOM, 0));
    }
}
