package io.chatsphere.domain.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTest {
    private static final UserId LOW = new UserId(new UUID(1, 2));
    private static final UserId HIGH = new UserId(new UUID(-1, 2));
    private static final DirectPair PAIR = DirectPair.of(HIGH, LOW);

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, true,  false, true",
        "PUBLIC, false, false, false",
        "PUBLIC, true,  true,  false",
        "PUBLIC, false, true,  false",
        "GROUP,  false, false, true",
        "GROUP,  true,  false, false",
        "GROUP,  false, true,  false",
        "GROUP,  true,  true,  false",
        "DIRECT, false, true,  true",
        "DIRECT, false, false, false",
        "DIRECT, true,  true,  false",
        "DIRECT, true,  false, false",
    })
    void public_rooms_have_a_slug_and_direct_rooms_a_pair(RoomKind kind, boolean slug, boolean pair, boolean possible) {
        if (possible) {
            assertEquals(kind, room(kind, slug, pair, Fixtures.details()).kind());
        } else {
            assertThrows(IllegalArgumentException.class, () -> room(kind, slug, pair, Fixtures.details()));
        }
    }

    @Test
    void only_a_direct_room_has_no_name() {
        assertThrows(ChatException.Invalid.class, () -> room(RoomKind.PUBLIC, true, false, RoomDetails.NONE));
        assertThrows(ChatException.Invalid.class, () -> room(RoomKind.GROUP, false, false, RoomDetails.NONE));
        assertEquals(
                "",
                room(RoomKind.DIRECT, false, true, RoomDetails.NONE).details().name());
    }

    @Test
    void each_side_names_a_direct_room_by_the_other() {
        Room room = Room.direct(Fixtures.roomId(), PAIR, LOW, Fixtures.NOW);

        assertEquals(new RoomAddress.Direct(HIGH), room.addressFor(LOW));
        assertEquals(new RoomAddress.Direct(LOW), room.addressFor(HIGH));
        assertThrows(IllegalArgumentException.class, () -> room.addressFor(Fixtures.userId()));
    }

    @Test
    void everybody_names_other_rooms_alike() {
        Room open = Fixtures.publicRoom();
        Room group = Fixtures.group(LOW);

        assertEquals(new RoomAddress.Public(open.slug().orElseThrow()), open.addressFor(LOW));
        assertEquals(new RoomAddress.Group(group.id()), group.addressFor(LOW));
    }

    @Test
    void a_pair_has_no_order_and_two_sides() {
        assertEquals(PAIR, DirectPair.of(LOW, HIGH));
        assertEquals(LOW, PAIR.low());
        assertEquals(HIGH, PAIR.other(LOW));
        assertThrows(IllegalArgumentException.class, () -> new DirectPair(/* low= */ HIGH, /* high= */ LOW));
        assertThrows(IllegalArgumentException.class, () -> PAIR.other(Fixtures.userId()));
    }

    @Test
    void nobody_has_a_direct_room_with_themselves() {
        ChatException.Invalid refused =
                assertThrows(ChatException.Invalid.class, () -> DirectPair.of(LOW, new UserId(LOW.value())));

        assertEquals(ErrorCode.SELF_CHAT, refused.code());
    }

    @Test
    void positions_and_revisions_count_from_zero() {
        assertThrows(IllegalArgumentException.class, () -> new Position(-1));
        assertThrows(IllegalArgumentException.class, () -> new Revision(-1));
        assertEquals(new Revision(1), Revision.ZERO.next());
        assertTrue(new Revision(2).isAfter(new Revision(1)));
        assertFalse(new Revision(1).isAfter(new Revision(1)));
        assertEquals(1, Integer.signum(new Position(10).compareTo(new Position(9))));
        assertEquals(-1, Integer.signum(new Revision(9).compareTo(new Revision(10))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "general", "room-1", "-", "00000000-0000-0000-0000-000000000000"})
    void slugs_are_small_ascii_letters_digits_and_hyphens(String slug) {
        assertEquals(slug, new Slug(slug).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "a_b", "a/b", "..", "é", "a\n", "\na", "a\0", "大厅"})
    void other_slugs_are_refused(String slug) {
        assertEquals(
                ErrorCode.ROOM_SLUG_INVALID,
                assertThrows(ChatException.Invalid.class, () -> new Slug(slug)).code());
    }

    @Test
    void a_slug_has_at_most_50_characters() {
        assertEquals(50, new Slug("a".repeat(50)).value().length());
        assertThrows(ChatException.Invalid.class, () -> new Slug("a".repeat(51)));
    }

    @Test
    void a_room_that_changed_keeps_all_else() {
        Room room = Fixtures.publicRoom();
        RoomDetails details = Fixtures.details();

        Room changed = room.described(details).archived(Fixtures.LATER).at(new Revision(7));

        assertEquals(details, changed.details());
        assertEquals(Optional.of(Fixtures.LATER), changed.archivedAt());
        assertEquals(new Revision(7), changed.revision());
        assertEquals(
                Fixtures.archived(room),
                changed.described(room.details()).archived(Fixtures.NOW).at(Revision.ZERO));
    }

    private static Room room(RoomKind kind, boolean slug, boolean pair, RoomDetails details) {
        return new Room(
                Fixtures.roomId(),
                kind,
                slug ? Optional.of(Fixtures.slug()) : Optional.empty(),
                pair ? Optional.of(PAIR) : Optional.empty(),
                details,
                HistoryVisibility.ALL,
                Optional.empty(),
                Fixtures.NOW,
                Optional.empty(),
                Revision.ZERO);
    }
}
