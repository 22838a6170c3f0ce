package io.chatsphere.adapter.postgres.room;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.RoomUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Does acts in a room that this transaction has locked. An act that changes nothing moves nothing. */
final class RoomActs {
    private final Handle handle;
    private final LockedAccess locked;
    private final Instant now;
    private final Room room;
    private final MembershipChanges changes;

    RoomActs(Handle handle, LockedAccess locked, Instant now) {
        this.handle = handle;
        this.locked = locked;
        this.now = now;
        this.room = locked.access().room();
        this.changes = new MembershipChanges(handle, locked, now);
    }

    RoomUpdate perform(RoomAct act) {
        return switch (act) {
            case RoomAct.Describe describe -> describe(describe.details());
            case RoomAct.Archive archive -> archive();
            case RoomAct.Admit admit -> admit(admit.user(), admit.role());
            case RoomAct.SetRole setRole -> setRole(setRole.user(), setRole.role());
            case RoomAct.Remove remove -> members(changes.ofRoom(List.of(ended(require(remove.user())))));
            case RoomAct.Leave leave -> leave(leave.user());
            case RoomAct.Transfer transfer -> transfer(transfer.from(), transfer.to());
        };
    }

    private RoomUpdate describe(RoomDetails details) {
        return details.equals(room.details()) ? nothing() : stored(room.described(details));
    }

    private RoomUpdate archive() {
        return room.isArchived() ? nothing() : stored(room.archived(now));
    }

    private RoomUpdate stored(Room changed) {
        Room next = changed.at(locked.revision().next());
        RoomWrites.store(handle, next);
        locked.moveAccessTo(handle, next.revision());
        return new RoomUpdate(next, Optional.of(next), List.of());
    }

    private RoomUpdate admit(UserId user, RoomRole role) {
        NewRooms.requireActive(handle, List.of(user));
        return active(user).isPresent() ? nothing() : members(changes.admit(user, role));
    }

    private RoomUpdate setRole(UserId user, RoomRole role) {
        Membership member = require(user);
        return member.role() == role ? nothing() : members(changes.ofRoom(List.of(as(member, role))));
    }

    private RoomUpdate leave(UserId user) {
        Optional<Membership> member = active(user);
        if (member.isEmpty()) {
            return nothing();
        }
        boolean plain = room.kind() == RoomKind.PUBLIC && member.get().role() == RoomRole.MEMBER;
        Membership ended = ended(member.get());
        return members(plain ? changes.ofMemberAlone(ended) : changes.ofRoom(List.of(ended)));
    }

    private RoomUpdate transfer(UserId from, UserId to) {
        Membership owner = require(from);
        Membership heir = require(to);
        if (from.equals(to)) {
            return nothing();
        }
        return members(changes.ofRoom(List.of(as(heir, RoomRole.OWNER), as(owner, RoomRole.MODERATOR))));
    }

    private Membership require(UserId user) {
        return active(user).orElseThrow(() -> new ChatException.NotFound(ErrorCode.MEMBER_NOT_FOUND));
    }

    private Optional<Membership> active(UserId user) {
        return Memberships.find(handle, room.id(), user).filter(Membership::isActive);
    }

    private RoomUpdate nothing() {
        return members(List.of());
    }

    private RoomUpdate members(List<RoomUpdate.ChangedMember> changed) {
        return new RoomUpdate(room, Optional.empty(), changed);
    }

    private Membership ended(Membership member) {
        return with(member, member.role(), Optional.of(now));
    }

    private static Membership as(Membership member, RoomRole role) {
        return with(member, role, member.leftAt());
    }

    private static Membership with(Membership member, RoomRole role, Optional<Instant> leftAt) {
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
}
