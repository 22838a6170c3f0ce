package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Member;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How a {@link RoomRepository} lists members. Extend it, and return the store to be proved from {@link #storage()}; it may
 * hold anything.
 */
@ContractOf(RoomRepository.class)
public abstract class RoomRepositoryMemberListContract {
    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void members_are_listed_with_role_and_beginning() {
        User owner = chat().member();
        RoomId group = chat().group(owner);
        User guest = chat().member();
        rooms().update(group, access -> new RoomAct.Admit(guest.id(), RoomRole.MODERATOR), NOW.plusMillis(7));

        List<Member> expected = Stream.of(
                        new Member(owner.summary(), RoomRole.OWNER, NOW),
                        new Member(guest.summary(), RoomRole.MODERATOR, NOW.plusMillis(7)))
                .sorted(byId())
                .toList();
        assertEquals(expected, rooms().listMembers(group, Optional.empty(), 10));
    }

    @Test
    void a_new_role_leaves_the_beginning_where_it_was() {
        RoomId room = chat().publicRoom();
        User member = chat().member();
        rooms().join(room, member.id(), NOW.plusMillis(7));
        chat().act(room, new RoomAct.SetRole(member.id(), RoomRole.MODERATOR));

        assertEquals(
                List.of(new Member(member.summary(), RoomRole.MODERATOR, NOW.plusMillis(7))),
                rooms().listMembers(room, Optional.empty(), 10));
    }

    @Test
    void pages_together_hold_everybody_once_by_ascending_id() {
        RoomId room = chat().publicRoom();
        List<UserId> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(chat().member(room).id());
        }
        all.sort(Comparator.comparing(UserId::toString));

        List<UserId> seen = new ArrayList<>(page(room, Optional.empty()));
        while (seen.size() < all.size()) {
            seen.addAll(page(room, Optional.of(seen.getLast())));
        }

        assertEquals(all, seen);
        assertEquals(List.of(), page(room, Optional.of(seen.getLast())));
    }

    @Test
    void ids_are_in_the_order_in_which_they_are_spelled() {
        RoomId room = chat().publicRoom();
        UserId high = register(UUID.fromString("ffffffff" + tail()), room);
        UserId low = register(UUID.fromString("00000000" + tail()), room);
        UserId middle = register(UUID.fromString("7fffffff" + tail()), room);

        assertEquals(List.of(low, middle, high), page(room, Optional.empty()));
        assertEquals(List.of(middle, high), page(room, Optional.of(low)));
    }

    @Test
    void a_page_starts_behind_an_id_that_nobody_has_too() {
        RoomId room = chat().publicRoom();
        UserId member = chat().member(room).id();

        assertEquals(List.of(member), page(room, Optional.of(new UserId(new UUID(0, 0)))));
    }

    @Test
    void an_unknown_room_and_an_empty_one_have_no_members() {
        assertEquals(List.of(), page(Fixtures.roomId(), Optional.empty()));
        assertEquals(List.of(), page(chat().publicRoom(), Optional.empty()));
    }

    @Test
    void both_of_a_direct_room_are_listed() {
        RoomId direct = chat().direct(chat().member(), chat().member());

        assertEquals(2, page(direct, Optional.empty()).size());
    }

    private List<UserId> page(RoomId room, Optional<UserId> after) {
        return rooms().listMembers(room, after, 3).stream()
                .map(member -> member.user().id())
                .toList();
    }

    private UserId register(UUID id, RoomId room) {
        User user = User.local(new UserId(id), Fixtures.username(), Fixtures.email(), new DisplayName("Somebody"), NOW);
        return chat().register(user, room).id();
    }

    private static String tail() {
        return UUID.randomUUID().toString().substring(8);
    }

    private static Comparator<Member> byId() {
        return Comparator.comparing(member -> member.user().id().toString());
    }

    private RoomRepository rooms() {
        return storage().rooms();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
