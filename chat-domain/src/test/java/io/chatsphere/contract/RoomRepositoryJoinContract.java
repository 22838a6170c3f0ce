package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Joined;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How {@link RoomRepository#join} makes members of public rooms. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(RoomRepository.class)
public abstract class RoomRepositoryJoinContract {
    private static final int RACERS = 12;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void joining_makes_a_plain_member_at_the_rooms_last_revision_and_position() {
        RoomId room = chat().publicRoom();
        User user = chat().member();
        chat().send(room, user, 5);

        Joined joined = join(room, user);

        Membership expected = new Membership(
                room,
                user.id(),
                RoomRole.MEMBER,
                new Revision(5),
                new Position(5),
                Revision.ZERO,
                new Revision(1),
                Optional.empty());
        assertEquals(new Joined(expected, true), joined);
        assertEquals(Optional.of(expected), storage().rooms().findMembership(room, user.id()));
    }

    @Test
    void joining_moves_the_users_revision_and_not_the_rooms() {
        RoomId room = chat().publicRoom();
        User user = chat().member(chat().publicRoom());

        join(room, user);

        assertEquals(new Revision(2), userHead(user.id()));
        assertEquals(Revision.ZERO, storage().changes().heads(List.of(room)).get(room));
        assertEquals(
                Revision.ZERO, storage().rooms().findAccess(room).orElseThrow().revision());
    }

    @Test
    void who_joins_twice_stays_what_they_are() {
        RoomId room = chat().publicRoom();
        User user = chat().member();
        Joined first = join(room, user);
        chat().send(room, user, 2);

        Joined second = join(room, user);

        assertFalse(second.fresh());
        assertEquals(first.membership(), second.membership());
        assertEquals(new Revision(1), userHead(user.id()));
    }

    @Test
    void an_owner_who_joins_stays_the_owner() {
        User owner = chat().member();
        Room room = Fixtures.publicRoom(Optional.of(owner.id()));
        Membership before = storage().rooms().create(room, List.of()).getFirst();

        assertEquals(new Joined(before, false), join(room.id(), owner));
    }

    @Test
    void of_parallel_joins_exactly_one_is_fresh() {
        RoomId room = chat().publicRoom();
        User user = chat().member();

        List<Joined> answers = Race.run(RACERS, i -> join(room, user));

        assertEquals(1, answers.stream().filter(Joined::fresh).count());
        assertEquals(1, answers.stream().map(Joined::membership).distinct().count());
        assertEquals(new Revision(1), userHead(user.id()));
    }

    @Test
    void who_joins_while_others_write_knows_exactly_where() {
        RoomId room = chat().publicRoom();
        User author = chat().member();

        List<Membership> joined = Race.run(RACERS, i -> {
            chat().send(room, author, "message " + i);
            return join(room, chat().member()).membership();
        });

        assertTrue(joined.stream()
                .allMatch(member -> member.joinedPosition().value()
                        == member.joinedRevision().value()));
        assertTrue(joined.stream().allMatch(member -> member.joinedPosition().value() >= 1));
    }

    @Test
    void nobody_joins_a_room_that_is_not_public() {
        User user = chat().member();
        RoomId group = chat().group(chat().member());
        RoomId direct = chat().direct(user, chat().member());

        for (RoomId room : List.of(group, direct, Fixtures.roomId())) {
            assertRefused(ChatException.NotFound.class, ErrorCode.ROOM_NOT_FOUND, () -> join(room, user));
        }
        assertEquals(Optional.empty(), storage().rooms().findMembership(group, user.id()));
    }

    @Test
    void an_unknown_user_joins_nothing() {
        RoomId room = chat().publicRoom();
        UserId nobody = Fixtures.userId();

        assertRefused(
                ChatException.NotFound.class,
                ErrorCode.USER_NOT_FOUND,
                () -> storage().rooms().join(room, nobody, NOW));
        assertEquals(Optional.empty(), storage().rooms().findMembership(room, nobody));
    }

    @Test
    void nobody_joins_an_archived_room() {
        RoomId room = chat().create(Fixtures.archived(Fixtures.publicRoom()));
        User user = chat().member();

        assertRefused(ChatException.Forbidden.class, ErrorCode.ROOM_ARCHIVED, () -> join(room, user));
        assertEquals(Revision.ZERO, userHead(user.id()));
    }

    @Test
    void an_archived_room_refuses_its_members_too() {
        User owner = chat().member();
        RoomId room = chat().create(Fixtures.archived(Fixtures.publicRoom(Optional.of(owner.id()))));

        assertRefused(ChatException.Forbidden.class, ErrorCode.ROOM_ARCHIVED, () -> join(room, owner));
    }

    private Joined join(RoomId room, User user) {
        return storage().rooms().join(room, user.id(), NOW);
    }

    private Revision userHead(UserId user) {
        return storage().changes().userHeads(List.of(user)).get(user);
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
