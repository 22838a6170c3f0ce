package io.chatsphere.application.memory.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodePointsTest {
    @Test
    void texts_are_in_the_order_of_their_code_points() {
        List<String> ordered = List.of("", "a", "ab", "b", "中", "\uFF21", "\uD840\uDC00", "\uD840\uDC01");

        assertThat(ordered).isSortedAccordingTo(CodePoints::compare);
        assertThat(ordered)
                .isNotEqualTo(ordered.stream().sorted(Comparator.naturalOrder()).toList());
    }

    @Test
    void half_a_character_begins_nothing() {
        assertThat(CodePoints.startsWith("\uD840\uDC00a", "\uD840\uDC00")).isTrue();
        assertThat(CodePoints.startsWith("\uD840\uDC00a", "\uD840")).isFalse();
        assertThat(CodePoints.startsWith("a", "")).isTrue();
    }
}
