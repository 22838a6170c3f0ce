package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.RoomUpdate;
import io.chatsphere.domain.room.RoomUpdate.ChangedMember;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How a {@link RoomRepository} admits members and changes their roles. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(RoomRepository.class)
public abstract class RoomRepositoryMembersContract {
    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void who_is_admitted_begins_at_the_revision_of_that_change_and_the_last_position() {
        User owner = chat().member();
        RoomId group = chat().group(owner);
        User guest = chat().member(chat().publicRoom());
        chat().send(group, owner, 3);

        RoomUpdate update = chat().act(group, new RoomAct.Admit(guest.id(), RoomRole.MODERATOR));

        Membership expected = new Membership(
                group,
                guest.id(),
                RoomRole.MODERATOR,
                new Revision(4),
                new Position(3),
                new Revision(4),
                new Revision(2),
                Optional.empty());
        assertEquals(Optional.empty(), update.described());
        assertEquals(List.of(new ChangedMember(expected, guest.summary(), true)), update.members());
        assertEquals(expected, chat().membership(group, guest));
        assertEquals(
                new RoomChange.OfMembership(expected, guest.summary()),
                chat().changes(group).getLast());
        assertEquals(
                new UserChange.OfMembership(expected), chat().changes(guest).getLast());
    }

    @Test
    void an_admission_moves_the_access_revision_and_the_roles() {
        User owner = chat().member();
        RoomId group = chat().group(owner);
        User guest = chat().member();
        chat().act(group, new RoomAct.Admit(guest.id(), RoomRole.MEMBER));

        assertEquals(new Revision(1), rooms().findAccess(group).orElseThrow().revision());
        assertRoles(group, Map.of(owner.id(), RoomRole.OWNER, guest.id(), RoomRole.MEMBER));
    }

    @Test
    void an_admission_leaves_the_streams_of_others_alone() {
        User owner = chat().member();
        RoomId group = chat().group(owner);
        chat().act(group, new RoomAct.Admit(chat().member().id(), RoomRole.MEMBER));

        assertEquals(new Revision(1), chat().revision(owner));
    }

    @Test
    void admitting_a_member_changes_nothing() {
        User owner = chat().member();
        User member = chat().member();
        RoomId group = chat().groupOf(owner, member);

        assertNothing(group, new RoomAct.Admit(member.id(), RoomRole.MODERATOR));

        assertEquals(RoomRole.MEMBER, chat().membership(group, member).role());
        assertEquals(new Revision(1), chat().revision(member));
    }

    @Test
    void who_is_unknown_or_not_active_is_not_admitted() {
        RoomId group = chat().group(chat().member());
        UserId disabled = chat().register(Fixtures.disabled(Fixtures.user())).id();

        for (UserId refused : List.of(Fixtures.userId(), disabled)) {
            assertRefused(
                    ChatException.NotFound.class,
                    ErrorCode.USER_NOT_FOUND,
                    () -> chat().act(group, new RoomAct.Admit(refused, RoomRole.MEMBER)));
        }
        assertEquals(Revision.ZERO, chat().revision(group));
        assertEquals(1, rooms().findAccess(group).orElseThrow().roles().size());
    }

    @Test
    void admitting_into_a_public_room_is_a_change_of_it() {
        RoomId room = chat().publicRoom();
        User guest = chat().member();

        RoomUpdate update = chat().act(room, new RoomAct.Admit(guest.id(), RoomRole.MEMBER));

        assertEquals(new Revision(1), update.members().getFirst().membership().revision());
        assertEquals(
                List.of(new RoomChange.OfMembership(chat().membership(room, guest), guest.summary())),
                chat().changes(room));
    }

    @Test
    void another_role_is_a_change_and_the_membership_goes_on() {
        User owner = chat().member();
        User member = chat().member();
        RoomId group = chat().groupOf(owner, member);
        chat().send(group, owner, 2);
        Membership expected = new Membership(
                group,
                member.id(),
                RoomRole.MODERATOR,
                Revision.ZERO,
                Position.NONE,
                new Revision(3),
                new Revision(2),
                Optional.empty());

        RoomUpdate update = chat().act(group, new RoomAct.SetRole(member.id(), RoomRole.MODERATOR));

        assertEquals(List.of(new ChangedMember(expected, member.summary(), true)), update.members());
        assertEquals(expected, chat().membership(group, member));
        assertEquals(new Revision(3), rooms().findAccess(group).orElseThrow().revision());
        assertEquals(List.of(new UserChange.OfMembership(expected)), chat().changes(member));
    }

    @Test
    void a_role_above_member_in_a_public_room_shows_and_goes() {
        RoomId room = chat().publicRoom();
        User member = chat().member(room);
        chat().act(room, new RoomAct.SetRole(member.id(), RoomRole.MODERATOR));
        assertRoles(room, Map.of(member.id(), RoomRole.MODERATOR));

        chat().act(room, new RoomAct.SetRole(member.id(), RoomRole.MEMBER));
        assertRoles(room, Map.of());
    }

    @Test
    void the_same_role_changes_nothing() {
        User owner = chat().member();
        RoomId group = chat().groupOf(owner, chat().member());

        assertNothing(group, new RoomAct.SetRole(owner.id(), RoomRole.OWNER));
    }

    @Test
    void a_transfer_is_two_changes() {
        User owner = chat().member();
        User heir = chat().member();
        RoomId group = chat().groupOf(owner, heir);

        RoomUpdate update = chat().act(group, new RoomAct.Transfer(owner.id(), heir.id()));

        assertRoles(group, Map.of(owner.id(), RoomRole.MODERATOR, heir.id(), RoomRole.OWNER));
        assertEquals(
                List.of(new Revision(1), new Revision(2)),
                update.members().stream()
                        .map(changed -> changed.membership().revision())
                        .toList());
        assertEquals(new Revision(2), chat().revision(group));
        assertEquals(new Revision(2), rooms().findAccess(group).orElseThrow().revision());
        assertEquals(2, chat().changes(group).size());
        assertEquals(new Revision(2), chat().revision(owner));
        assertEquals(new Revision(2), chat().revision(heir));
    }

    @Test
    void a_transfer_to_oneself_changes_nothing() {
        User owner = chat().member();

        assertNothing(chat().group(owner), new RoomAct.Transfer(owner.id(), owner.id()));
    }

    @Test
    void who_is_no_member_is_not_changed() {
        User owner = chat().member();
        RoomId group = chat().group(owner);
        UserId former = chat().member().id();
        chat().act(group, new RoomAct.Admit(former, RoomRole.MEMBER));
        chat().act(group, new RoomAct.Remove(former));

        for (UserId nobody : List.of(chat().member().id(), former, Fixtures.userId())) {
            assertNoMember(group, new RoomAct.SetRole(nobody, RoomRole.MODERATOR));
            assertNoMember(group, new RoomAct.Remove(nobody));
            assertNoMember(group, new RoomAct.Transfer(owner.id(), nobody));
            assertNoMember(group, new RoomAct.Transfer(nobody, owner.id()));
        }
        assertEquals(new Revision(2), chat().revision(group));
        assertRoles(group, Map.of(owner.id(), RoomRole.OWNER));
    }

    private void assertNoMember(RoomId room, RoomAct act) {
        assertRefused(ChatException.NotFound.class, ErrorCode.MEMBER_NOT_FOUND, () -> chat().act(room, act));
    }

    private void assertNothing(RoomId room, RoomAct act) {
        Revision before = chat().revision(room);

        RoomUpdate update = rooms().update(room, access -> act, NOW);

        assertEquals(List.of(), update.members());
        assertEquals(Optional.empty(), update.described());
        assertEquals(before, chat().revision(room));
    }

    private void assertRoles(RoomId room, Map<UserId, RoomRole> roles) {
        assertEquals(roles, rooms().findAccess(room).orElseThrow().roles());
    }

    private RoomRepository rooms() {
        return storage().rooms();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
