package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * How {@link RoomRepository#listPublic} lists rooms. Extend it, and return the store to be proved from {@link #storage()};
 * it may hold anything: each test makes its rooms at a time of its own.
 */
@ContractOf(RoomRepository.class)
public abstract class RoomRepositoryListContract {
    private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");
    private static final long CENTURY_SECONDS = 100L * 365 * 24 * 3600;

    private final Instant start = FUTURE.plusSeconds(ThreadLocalRandom.current().nextLong(CENTURY_SECONDS));
    private final String unique = unique();

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void rooms_are_listed_oldest_first_behind_the_one_named() {
        Room third = create("c", 3);
        Room first = create("a", 1);
        Room second = create("b", 2);

        assertEquals(List.of(second, third), list(first, 2));
        assertEquals(List.of(third), list(second, 1));
    }

    @Test
    void rooms_of_one_moment_are_listed_by_slug_as_in_ascii() {
        Room second = create("0", 0);
        Room first = create("-z", 0);
        Room third = create("a", 0);

        assertEquals(List.of(second, third), list(first, 2));
    }

    @Test
    void a_page_ends_at_its_limit() {
        Room first = create("a", 0);
        Room second = create("b", 1);
        create("c", 2);

        assertEquals(List.of(second), list(first, 1));
    }

    @Test
    void the_list_starts_with_the_oldest_room() {
        create("a", 0);

        List<Room> page = storage().rooms().listPublic(Optional.empty(), 1);

        assertEquals(1, page.size());
        assertTrue(page.getFirst().createdAt().isBefore(FUTURE.plusSeconds(CENTURY_SECONDS)));
    }

    @Test
    void all_pages_together_hold_each_room_once() {
        List<Room> made = List.of(create("a", 0), create("b", 0), create("c", 1));

        List<Room> first = list(made.get(0), 1);
        List<Room> second = list(first.getFirst(), 1);

        assertEquals(made.subList(1, 3), List.of(first.getFirst(), second.getFirst()));
    }

    @Test
    void archived_rooms_are_left_out_and_still_mark_a_place() {
        Room first = create("a", 0);
        Room archived = Fixtures.archived(room("b", 1));
        storage().rooms().create(archived, List.of());
        Room last = create("c", 2);

        assertEquals(List.of(last), list(first, 1));
        assertEquals(List.of(last), list(archived, 1));
    }

    @Test
    void groups_are_never_listed() {
        TestChat chat = new TestChat(storage());
        Room first = create("a", 0);
        Room group =
                Room.group(Fixtures.roomId(), Fixtures.details(), chat.member().id(), start.plusMillis(1));
        storage().rooms().create(group, List.of());

        assertFalse(list(first, 10).contains(group));
    }

    @Test
    void nothing_is_behind_an_unknown_room() {
        assertEquals(List.of(), storage().rooms().listPublic(Optional.of(Fixtures.slug()), 10));
    }

    private List<Room> list(Room after, int limit) {
        return storage().rooms().listPublic(after.slug(), limit);
    }

    private Room create(String letter, long millis) {
        Room room = room(letter, millis);
        storage().rooms().create(room, List.of());
        return room;
    }

    private Room room(String letter, long millis) {
        Slug slug = new Slug("list-" + unique + "-" + letter);
        return Room.open(Fixtures.roomId(), slug, Fixtures.details(), Optional.empty(), start.plusMillis(millis));
    }
}
