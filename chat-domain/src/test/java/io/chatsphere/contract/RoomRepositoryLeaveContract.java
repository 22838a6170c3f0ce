package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.LATER;
import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.RoomUpdate;
import io.chatsphere.domain.room.RoomUpdate.ChangedMember;
import io.chatsphere.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How memberships end in a {@link RoomRepository}. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(RoomRepository.class)
public abstract class RoomRepositoryLeaveContract {
    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void who_is_removed_stays_as_a_tombstone() {
        User owner = chat().member();
        User member = chat().member();
        RoomId group = chat().groupOf(owner, member);
        chat().send(group, owner, 2);
        Membership expected = ended(chat().membership(group, member), 3, 2, LATER);

        RoomUpdate update = rooms().update(group, access -> new RoomAct.Remove(member.id()), LATER);

        assertEquals(List.of(new ChangedMember(expected, member.summary(), true)), update.members());
        assertEquals(expected, chat().membership(group, member));
        assertEquals(
                new RoomChange.OfMembership(expected, member.summary()),
                chat().changes(group).getLast());
        assertEquals(List.of(new UserChange.OfMembership(expected)), chat().changes(member));
    }

    @Test
    void who_is_removed_is_a_member_no_more() {
        User owner = chat().member();
        User member = chat().member();
        RoomId group = chat().groupOf(owner, member);
        chat().act(group, new RoomAct.Remove(member.id()));

        assertEquals(
                Map.of(owner.id(), RoomRole.OWNER),
                rooms().findAccess(group).orElseThrow().roles());
        assertEquals(new Revision(1), rooms().findAccess(group).orElseThrow().revision());
        assertEquals(1, rooms().listMembers(group, Optional.empty(), 10).size());
        assertEquals(
                List.of(),
                storage().changes().userState(member.id()).orElseThrow().memberships());
    }

    @Test
    void who_leaves_a_group_changes_it() {
        User member = chat().member();
        RoomId group = chat().groupOf(chat().member(), member);
        Membership expected = ended(chat().membership(group, member), 1, 2, NOW);

        RoomUpdate update = chat().act(group, new RoomAct.Leave(member.id()));

        assertEquals(List.of(new ChangedMember(expected, member.summary(), true)), update.members());
        assertEquals(List.of(new RoomChange.OfMembership(expected, member.summary())), chat().changes(group));
        assertEquals(new Revision(1), rooms().findAccess(group).orElseThrow().revision());
    }

    @Test
    void a_plain_member_leaves_a_public_room_without_changing_it() {
        RoomId room = chat().publicRoom();
        User member = chat().member(room);
        chat().send(room, chat().member(), 2);
        Membership expected = ended(chat().membership(room, member), 0, 2, NOW);

        RoomUpdate update = chat().act(room, new RoomAct.Leave(member.id()));

        assertEquals(List.of(new ChangedMember(expected, member.summary(), false)), update.members());
        assertEquals(expected, chat().membership(room, member));
        assertEquals(new Revision(2), chat().revision(room));
        assertEquals(Revision.ZERO, rooms().findAccess(room).orElseThrow().revision());
        assertEquals(2, chat().changes(room).size());
        assertEquals(List.of(new UserChange.OfMembership(expected)), chat().changes(member));
    }

    @Test
    void who_has_a_role_changes_a_public_room_by_leaving() {
        RoomId room = chat().publicRoom();
        User moderator = chat().member(room);
        chat().act(room, new RoomAct.SetRole(moderator.id(), RoomRole.MODERATOR));

        RoomUpdate update = chat().act(room, new RoomAct.Leave(moderator.id()));

        assertTrue(update.members().getFirst().ofRoom());
        assertEquals(new Revision(2), rooms().findAccess(room).orElseThrow().revision());
        assertEquals(
                List.of(new RoomChange.OfMembership(chat().membership(room, moderator), moderator.summary())),
                chat().changes(room));
    }

    @Test
    void a_plain_leave_leaves_an_earlier_change_where_it_was() {
        RoomId room = chat().publicRoom();
        User member = chat().member(room);
        chat().act(room, new RoomAct.SetRole(member.id(), RoomRole.MODERATOR));
        chat().act(room, new RoomAct.SetRole(member.id(), RoomRole.MEMBER));

        chat().act(room, new RoomAct.Leave(member.id()));

        Membership left = chat().membership(room, member);
        assertEquals(new Revision(2), left.revision());
        assertEquals(Optional.of(NOW), left.leftAt());
        assertEquals(List.of(new RoomChange.OfMembership(left, member.summary())), chat().changes(room));
    }

    @Test
    void who_is_no_member_leaves_without_a_trace() {
        RoomId room = chat().publicRoom();
        User former = chat().member(room);
        chat().act(room, new RoomAct.Leave(former.id()));
        User stranger = chat().member();

        assertEquals(List.of(), chat().act(room, new RoomAct.Leave(former.id())).members());
        assertEquals(
                List.of(), chat().act(room, new RoomAct.Leave(stranger.id())).members());
        assertEquals(
                List.of(),
                chat().act(room, new RoomAct.Leave(Fixtures.userId())).members());

        assertEquals(new Revision(2), chat().revision(former));
        assertEquals(Optional.empty(), rooms().findMembership(room, stranger.id()));
    }

    @Test
    void the_last_one_may_leave_a_group() {
        User owner = chat().member();
        RoomId group = chat().group(owner);

        chat().act(group, new RoomAct.Leave(owner.id()));

        assertEquals(Map.of(), rooms().findAccess(group).orElseThrow().roles());
    }

    private static Membership ended(Membership before, long revision, long userRevision, Instant at) {
        return new Membership(
                before.room(),
                before.user(),
                before.role(),
                before.joinedRevision(),
                before.joinedPosition(),
                new Revision(revision),
                new Revision(userRevision),
                Optional.of(at));
    }

    private RoomRepository rooms() {
        return storage().rooms();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
