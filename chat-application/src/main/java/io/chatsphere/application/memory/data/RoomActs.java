package io.chatsphere.application.memory.data;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.RoomUpdate;
import io.chatsphere.domain.room.RoomUpdate.ChangedMember;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does to one room what was decided. All that can be refused is refused before anything is written. */
public final class RoomActs {
    private final UserTable users;
    private final StoredRoom room;
    private final Instant now;

    public RoomActs(UserTable users, StoredRoom room, Instant now) {
        this.users = users;
        this.room = room;
        this.now = now;
    }

    public RoomUpdate apply(RoomAct act) {
        return switch (act) {
            case RoomAct.Describe describe -> changed(room.room().described(describe.details()));
            case RoomAct.Archive archive ->
                room.room().isArchived()
                        ? members(List.of())
                        : changed(room.room().archived(now));
            case RoomAct.Admit admit -> admit(users.requireActive(admit.user()), admit.role());
            case RoomAct.SetRole set -> members(withRole(require(set.user()), set.role()));
            case RoomAct.Remove remove -> members(List.of(ended(require(remove.user()))));
            case RoomAct.Leave leave ->
                room.members()
                        .findActive(leave.user())
                        .map(member -> members(List.of(left(member))))
                        .orElseGet(() -> members(List.of()));
            case RoomAct.Transfer transfer -> transfer(require(transfer.from()), require(transfer.to()));
        };
    }

    private RoomUpdate changed(Room changed) {
        if (changed.equals(room.room())) {
            return members(List.of());
        }
        room.change(changed);
        return new RoomUpdate(room.room(), Optional.of(room.room()), List.of());
    }

    private RoomUpdate admit(StoredUser user, RoomRole role) {
        if (room.members().findActive(user.id()).isPresent()) {
            return members(List.of());
        }
        Membership begun = new Admission(room, now).changing(user, role);
        return members(List.of(new ChangedMember(begun, user.user().summary(), true)));
    }

    private RoomUpdate transfer(Membership from, Membership to) {
        if (from.user().equals(to.user())) {
            return members(List.of());
        }
        ChangedMember owner = put(as(to, RoomRole.OWNER, Optional.empty()), true);
        return members(List.of(owner, put(as(from, RoomRole.MODERATOR, Optional.empty()), true)));
    }

    private List<ChangedMember> withRole(Membership member, RoomRole role) {
        return member.role() == role ? List.of() : List.of(put(as(member, role, Optional.empty()), true));
    }

    private ChangedMember ended(Membership member) {
        return put(as(member, member.role(), Optional.of(now)), true);
    }

    /** A plain member of a public room comes and goes without changing it. */
    private ChangedMember left(Membership member) {
        boolean plain = room.room().kind() == RoomKind.PUBLIC && member.role() == RoomRole.MEMBER;
        return put(as(member, member.role(), Optional.of(now)), !plain);
    }

    private ChangedMember put(Membership changed, boolean ofRoom) {
        StoredUser user = users.require(changed.user());
        Revision revision = ofRoom ? room.moveAccess(new RoomRow.OfMember(user.id())) : changed.revision();
        Membership stored = user.change(new Membership(
                changed.room(),
                changed.user(),
                changed.role(),
                changed.joinedRevision(),
                changed.joinedPosition(),
                revision,
                changed.userRevision(),
                changed.leftAt()));
        Instant joinedAt = room.members().find(user.id()).orElseThrow().joinedAt();
        room.members().put(new StoredMember(stored, joinedAt));
        return new ChangedMember(stored, user.user().summary(), ofRoom);
    }

    private static Membership as(Membership member, RoomRole role, Optional<Instant> leftAt) {
        return new Membership(
                member.room(),
                member.user(),
                role,
                member.joinedRevision(),
                member.joinedPosition(),
                member.revision(),
                member.userRevision(),
                leftAt);
    }

    private RoomUpdate members(List<ChangedMember> changed) {
        return new RoomUpdate(room.room(), Optional.empty(), changed);
    }

    private Membership require(UserId user) {
        return room.members()
                .findActive(user)
                .orElseThrow(() -> new ChatException.NotFound(ErrorCode.MEMBER_NOT_FOUND));
    }
}
