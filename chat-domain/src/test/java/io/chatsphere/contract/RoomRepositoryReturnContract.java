package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.LATER;
import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Joined;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How memberships that ended begin anew in a {@link RoomRepository}. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(RoomRepository.class)
public abstract class RoomRepositoryReturnContract {
    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void who_comes_back_to_a_public_room_begins_anew() {
        RoomId room = chat().publicRoom();
        User author = chat().member();
        chat().send(room, author, 1);
        User member = chat().member(room);
        chat().act(room, new RoomAct.Leave(member.id()));
        chat().send(room, author, 2);

        Joined joined = rooms().join(room, member.id(), LATER);

        Membership expected = new Membership(
                room,
                member.id(),
                RoomRole.MEMBER,
                new Revision(3),
                new Position(3),
                Revision.ZERO,
                new Revision(3),
                Optional.empty());
        assertEquals(new Joined(expected, true), joined);
        assertEquals(expected, chat().membership(room, member));
        assertEquals(new Revision(3), chat().revision(room));
        assertEquals(List.of(new UserChange.OfMembership(expected)), chat().changes(member));
        assertEquals(LATER, joinedAt(room, member));
    }

    @Test
    void who_was_removed_comes_back_to_a_public_room_as_a_plain_member() {
        RoomId room = chat().publicRoom();
        User member = chat().member(room);
        chat().act(room, new RoomAct.SetRole(member.id(), RoomRole.MODERATOR));
        chat().act(room, new RoomAct.Remove(member.id()));
        chat().send(room, chat().member(), 1);

        Membership back = rooms().join(room, member.id(), NOW).membership();

        assertEquals(RoomRole.MEMBER, back.role());
        assertEquals(new Revision(3), back.joinedRevision());
        assertEquals(new Revision(2), back.revision());
        assertEquals(back, chat().membership(room, member));
        assertEquals(
                new RoomChange.OfMembership(back, member.summary()),
                chat().changes(room).getFirst());
    }

    @Test
    void who_is_admitted_again_begins_anew() {
        User owner = chat().member();
        User member = chat().member();
        RoomId group = chat().groupOf(owner, member);
        chat().act(group, new RoomAct.Remove(member.id()));
        chat().send(group, owner, 2);

        chat().act(group, new RoomAct.Admit(member.id(), RoomRole.MEMBER));

        Membership expected = new Membership(
                group,
                member.id(),
                RoomRole.MEMBER,
                new Revision(4),
                new Position(2),
                new Revision(4),
                new Revision(3),
                Optional.empty());
        assertEquals(expected, chat().membership(group, member));
        assertEquals(3, chat().changes(group).size());
        assertEquals(
                new RoomChange.OfMembership(expected, member.summary()),
                chat().changes(group).getLast());
    }

    private Instant joinedAt(RoomId room, User member) {
        return rooms().listMembers(room, Optional.empty(), 10).stream()
                .filter(listed -> listed.user().equals(member.summary()))
                .findFirst()
                .orElseThrow()
                .joinedAt();
    }

    private RoomRepository rooms() {
        return storage().rooms();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
