package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.delivery.UserChanges;
import io.chatsphere.domain.delivery.UserState;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * How a {@link ChangeLog} tells what changed for users. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(ChangeLog.class)
public abstract class ChangeLogUserContract {
    private static final int ROOMS = 12;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void user_heads_gives_the_last_revision_of_each_user_who_exists() {
        User alone = chat().member();
        User busy = chat().member(chat().publicRoom(), chat().publicRoom());

        Map<UserId, Revision> heads = changes().userHeads(List.of(alone.id(), busy.id(), Fixtures.userId(), busy.id()));

        assertEquals(Map.of(alone.id(), Revision.ZERO, busy.id(), new Revision(2)), heads);
        assertEquals(Map.of(), changes().userHeads(List.of()));
    }

    @Test
    void a_new_user_without_rooms_has_no_changes() {
        assertEquals(new UserChanges(List.of(), Revision.ZERO), since(chat().member(), 0));
    }

    @Test
    void each_way_into_a_room_is_a_change_of_the_user() {
        RoomId first = chat().publicRoom();
        User user = chat().member(first);
        RoomId joined = chat().publicRoom();
        storage().rooms().join(joined, user.id(), Fixtures.NOW);
        RoomId group = chat().group(user);
        RoomId direct = chat().direct(chat().member(), user);

        List<UserChange> expected = List.of(first, joined, group, direct).stream()
                .<UserChange>map(room -> new UserChange.OfMembership(membership(room, user)))
                .toList();
        assertEquals(new UserChanges(expected, new Revision(4)), since(user, 0));
        assertEquals(new UserChanges(expected.subList(2, 4), new Revision(4)), since(user, 2));
        assertEquals(new UserChanges(List.of(), new Revision(4)), since(user, 4));
    }

    @Test
    void beyond_the_last_revision_the_last_one_is_told() {
        User user = chat().member(chat().publicRoom());

        assertEquals(new UserChanges(List.of(), new Revision(1)), since(user, 9));
    }

    @Test
    void an_unknown_user_has_no_changes_and_no_state() {
        UserId nobody = Fixtures.userId();

        assertEquals(new UserChanges(List.of(), Revision.ZERO), changes().userSince(nobody, new Revision(3)));
        assertEquals(Optional.empty(), changes().userState(nobody));
    }

    @Test
    void the_state_holds_profile_memberships_and_revision() {
        RoomId room = chat().publicRoom();
        User user = chat().member(room);
        RoomId group = chat().group(user);

        UserState state = changes().userState(user.id()).orElseThrow();

        assertEquals(user.summary(), state.profile());
        assertEquals(Set.of(membership(room, user), membership(group, user)), Set.copyOf(state.memberships()));
        assertEquals(2, state.memberships().size());
        assertEquals(new Revision(2), state.revision());
    }

    @Test
    void a_user_of_a_host_application_has_a_state_too() {
        User user = storage().users().ensure(Fixtures.hosted(), List.of());

        assertEquals(
                Optional.of(new UserState(user.summary(), List.of(), Revision.ZERO)),
                changes().userState(user.id()));
    }

    @Test
    void messages_are_no_changes_of_a_user() {
        RoomId room = chat().publicRoom();
        User user = chat().member(room);
        chat().send(room, user, 3);

        assertEquals(new Revision(1), since(user, 0).upTo());
    }

    @Test
    void a_reader_beside_joins_never_misses_one() {
        User user = chat().member();
        List<RoomId> rooms =
                LongStream.range(0, ROOMS).mapToObj(i -> chat().publicRoom()).toList();

        List<List<Long>> seen = Race.run(ROOMS + 1, i -> {
            if (i == ROOMS) {
                return readUpTo(user, ROOMS);
            }
            storage().rooms().join(rooms.get(i), user.id(), Fixtures.NOW);
            return List.of();
        });

        assertEquals(LongStream.rangeClosed(1, ROOMS).boxed().toList(), seen.getLast());
    }

    @Test
    void a_state_beside_joins_is_exactly_that_of_its_revision() {
        User user = chat().member();
        List<RoomId> rooms =
                LongStream.range(0, ROOMS).mapToObj(i -> chat().publicRoom()).toList();

        List<UserState> states = Race.run(ROOMS, i -> {
            storage().rooms().join(rooms.get(i), user.id(), Fixtures.NOW);
            return changes().userState(user.id()).orElseThrow();
        });

        for (UserState state : states) {
            assertEquals(state.revision().value(), state.memberships().size());
            assertTrue(state.memberships().stream()
                    .noneMatch(membership -> membership.userRevision().isAfter(state.revision())));
        }
    }

    private List<Long> readUpTo(User user, long last) {
        List<Long> seen = new ArrayList<>();
        long cursor = 0;
        while (cursor < last) {
            UserChanges stretch = since(user, cursor);
            stretch.changes().forEach(change -> seen.add(change.revision().value()));
            cursor = stretch.upTo().value();
        }
        return seen;
    }

    private UserChanges since(User user, long after) {
        return changes().userSince(user.id(), new Revision(after));
    }

    private Membership membership(RoomId room, User user) {
        return storage().rooms().findMembership(room, user.id()).orElseThrow();
    }

    private ChangeLog changes() {
        return storage().changes();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
