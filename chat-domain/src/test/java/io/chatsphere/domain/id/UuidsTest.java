package io.chatsphere.domain.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:34:56.789Z");

    private final Random random = new Random(42);

    @Test
    void version_7_holds_the_time_its_version_and_its_variant() {
        for (int i = 0; i < 1_000; i++) {
            UUID id = Uuids.version7(NOW, random);

            assertEquals(NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
            assertEquals(7, id.version());
            assertEquals(2, id.variant());
        }
    }

    @Test
    void all_other_bits_are_random() {
        long ones = 0;
        long zeros = 0;
        long lowOnes = 0;
        long lowZeros = 0;
        for (int i = 0; i < 1_000; i++) {
            UUID id = Uuids.version7(NOW, random);
            ones |= id.getMostSignificantBits();
            zeros |= ~id.getMostSignificantBits();
            lowOnes |= id.getLeastSignificantBits();
            lowZeros |= ~id.getLeastSignificantBits();
        }
        assertEquals(0xFFFL, ones & zeros & 0xFFFFL);
        assertEquals(0x3FFF_FFFF_FFFF_FFFFL, lowOnes & lowZeros);
    }

    @Test
    void ids_of_later_milliseconds_sort_behind() {
        String earlier = Uuids.version7(NOW, random).toString();
        String later = Uuids.version7(NOW.plusMillis(1), random).toString();

        assertTrue(earlier.compareTo(later) < 0);
    }

    @Test
    void ids_of_one_millisecond_differ() {
        assertNotEquals(Uuids.version7(NOW, random), Uuids.version7(NOW, random));
    }

    @Test
    void the_canonical_spelling_is_read_in_either_case() {
        UUID id = Uuids.version7(NOW, random);

        assertEquals(id, Uuids.parse(id.toString(), "id"));
        assertEquals(id, Uuids.parse(id.toString().toUpperCase(Locale.ROOT), "id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "general",
                "1-1-1-1-1",
                "0196f3a0b1c27abc8def0123456789ab",
                "{0196f3a0-b1c2-7abc-8def-0123456789ab}",
                "0196f3a0-b1c2-7abc-8def-0123456789a",
                "0196f3a0-b1c2-7abc-8def-0123456789abc",
                "0196f3a0-b1c2-7abc-8def-0123456789ag",
                "+196f3a0-b1c2-7abc-8def-0123456789ab",
                "-196f3a0-b1c2-7abc-8def-0123456789ab",
                "0196f3a-0b1c2-7abc-8def-0123456789ab",
                "0196f3a00b1c2-7abc-8def-012-456789ab",
                "０196f3a0-b1c2-7abc-8def-0123456789ab",
                " 196f3a0-b1c2-7abc-8def-0123456789ab"
            })
    void anything_else_is_refused_and_names_its_field(String text) {
        ChatException.Invalid refused = assertThrows(ChatException.Invalid.class, () -> Uuids.parse(text, "room_id"));

        assertEquals(ErrorCode.ID_INVALID, refused.code());
        assertEquals("room_id", refused.faults().getFirst().field());
    }

    @Test
    void each_kind_of_id_is_made_read_and_spelled_alike() {
        UserId user = UserId.next(NOW, random);
        RoomId room = RoomId.next(NOW, random);
        MessageId message = MessageId.next(NOW, random);
        LoginId login = LoginId.next(NOW, random);

        assertEquals(user, UserId.parse(user.toString(), "id"));
        assertEquals(room, RoomId.parse(room.toString(), "id"));
        assertEquals(message, MessageId.parse(message.toString(), "id"));
        assertEquals(login, LoginId.parse(login.toString(), "id"));
        List.of(user.value(), room.value(), message.value(), login.value())
                .forEach(value -> assertEquals(7, value.version()));
    }
}
