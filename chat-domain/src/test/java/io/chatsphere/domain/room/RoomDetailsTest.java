package io.chatsphere.domain.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomDetailsTest {
    @Test
    void white_space_around_a_name_is_dropped() {
        assertEquals("公共大厅", named(" 公共大厅\n").name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\0b", "a\u0085b", "a\uD800", "\uDC00a"})
    void a_name_is_one_line_that_a_store_can_keep(String name) {
        assertEquals(
                ErrorCode.ROOM_NAME_INVALID,
                assertThrows(ChatException.Invalid.class, () -> named(name)).code());
    }

    @Test
    void a_name_has_at_most_100_code_points() {
        assertEquals(200, named("🎈".repeat(100)).name().length());
        assertThrows(ChatException.Invalid.class, () -> named("🎈".repeat(101)));
    }

    @Test
    void a_description_may_have_lines_and_is_kept_as_it_is() {
        assertEquals(Optional.of(" a\n\tb 🎈"), described(" a\n\tb 🎈").description());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\uD800", "\uDC00a"})
    void a_description_is_what_a_store_can_keep(String description) {
        assertEquals(
                ErrorCode.ROOM_DESCRIPTION_INVALID,
                assertThrows(ChatException.Invalid.class, () -> described(description))
                        .code());
    }

    @Test
    void a_description_has_at_most_500_code_points() {
        described("🎈".repeat(500));

        assertThrows(ChatException.Invalid.class, () -> described("🎈".repeat(501)));
    }

    @Test
    void a_room_has_place_for_two_at_least() {
        for (int tooFewOrMany : new int[] {Integer.MIN_VALUE, 0, 1, 1_000_001}) {
            assertThrows(ChatException.Invalid.class, () -> sized(tooFewOrMany));
        }
        assertEquals(OptionalInt.of(2), sized(2).maxMembers());
        assertEquals(OptionalInt.of(1_000_000), sized(1_000_000).maxMembers());
    }

    private static RoomDetails named(String name) {
        return new RoomDetails(name, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    private static RoomDetails described(String description) {
        return new RoomDetails("Room", Optional.of(description), Optional.empty(), OptionalInt.empty());
    }

    private static RoomDetails sized(int maxMembers) {
        return new RoomDetails("Room", Optional.empty(), Optional.empty(), OptionalInt.of(maxMembers));
    }
}
