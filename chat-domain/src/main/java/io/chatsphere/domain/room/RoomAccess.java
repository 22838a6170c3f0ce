package io.chatsphere.domain.room;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import java.util.Map;
import java.util.Optional;

/**
 * What is needed to decide who may do what in a room, and nothing else: it is cached by {@code revision} and judged without
 * reading. This is the one place that decides it, for REST, sockets and embedders alike.
 *
 * @param room the room as of {@code revision} or later
 * @param revision the access revision: that of the last change of members, roles or rules. Plain members of a public room
 *     come and go without moving it
 * @param roles of a public room the roles above member, of every other room the roles of all members
 */
public record RoomAccess(Room room, Revision revision, Map<UserId, RoomRole> roles) {
    public RoomAccess {
        roles = Map.copyOf(roles);
    }

    /** Why {@code user} may not send into the room; empty if they may. */
    public Optional<ChatException> refusalToPost(UserId user) {
        Optional<ChatException> unseen = refusalToRead(user);
        if (unseen.isPresent()) {
            return unseen;
        }
        return room.isArchived() ? Optional.of(new ChatException.Forbidden(ErrorCode.ROOM_ARCHIVED)) : Optional.empty();
    }

    /**
     * Why {@code user} may not read the room's history; empty if they may. Everybody reads public rooms without joining; that
     * any other room exists is for its members to know.
     */
    public Optional<ChatException> refusalToRead(UserId user) {
        return room.kind() == RoomKind.PUBLIC || roles.containsKey(user)
                ? Optional.empty()
                : Optional.of(new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND));
    }

    /** Why {@code user} may not become a member on their own; empty if they may. */
    public Optional<ChatException> refusalToJoin(UserId user) {
        return refusalToPost(user);
    }

    /** Why {@code user} may not change what the room says about itself; empty if they may. */
    public Optional<ChatException> refusalToDescribe(UserId user) {
        return refusalUnless(user, isModerator(user));
    }

    /** Why {@code user} may not close the room; empty if they may. A room that is closed already may be closed again. */
    public Optional<ChatException> refusalToArchive(UserId user) {
        return refusalIfDirect().or(() -> refusalToRead(user)).or(() -> deniedUnless(isOwner(user)));
    }

    /**
     * Why {@code user} may not make {@code member} one with {@code role}; empty if they may. A full group takes nobody who is
     * not in it; of a public room the greatest number is information only.
     */
    public Optional<ChatException> refusalToAdmit(UserId user, UserId member, RoomRole role) {
        boolean allowed = role == RoomRole.MEMBER ? isModerator(user) : role == RoomRole.MODERATOR && isOwner(user);
        return refusalUnless(user, allowed).or(() -> roles.containsKey(member) ? Optional.empty() : refusalIfFull());
    }

    /** Why {@code user} may not give {@code member} another role; empty if they may. The owner's role is handed over. */
    public Optional<ChatException> refusalToSetRole(UserId user, UserId member, RoomRole role) {
        return refusalUnless(user, isOwner(user) && !isOwner(member) && role != RoomRole.OWNER);
    }

    /** Why {@code user} may not remove {@code member}, somebody else; empty if they may: those who stand above them. */
    public Optional<ChatException> refusalToRemove(UserId user, UserId member) {
        return refusalUnless(user, isOwner(user) ? !user.equals(member) : isModerator(user) && !isModerator(member));
    }

    /**
     * Why {@code user} may not leave; empty if they may. An owner hands the room over first, unless it is closed or a
     * group in which nobody else is.
     */
    public Optional<ChatException> refusalToLeave(UserId user) {
        return refusalIfDirect()
                .or(() -> refusalToRead(user))
                .or(() -> isOwner(user) && ownerIsNeeded()
                        ? Optional.of(new ChatException.Conflict(ErrorCode.ROOM_OWNER_STAYS))
                        : Optional.empty());
    }

    /** Why {@code user} may not make {@code member}, somebody else, the owner; empty if they may. */
    public Optional<ChatException> refusalToTransfer(UserId user, UserId member) {
        return refusalUnless(user, isOwner(user) && !user.equals(member));
    }

    /** Why {@code user} may not edit a message of {@code author}; empty if they may. */
    public Optional<ChatException> refusalToEdit(UserId user, UserId author) {
        return refusalToPost(user).or(() -> messageDeniedUnless(user.equals(author)));
    }

    /** Why {@code user} may not delete a message of {@code author}; empty if they may: their own, or as a moderator. */
    public Optional<ChatException> refusalToDelete(UserId user, UserId author) {
        return refusalToPost(user).or(() -> messageDeniedUnless(user.equals(author) || isModerator(user)));
    }

    private boolean isOwner(UserId user) {
        return roles.get(user) == RoomRole.OWNER;
    }

    private boolean isModerator(UserId user) {
        return isOwner(user) || roles.get(user) == RoomRole.MODERATOR;
    }

    /** Of a public room the plain members are not known here: there an owner is always needed. */
    private boolean ownerIsNeeded() {
        return !room.isArchived() && (room.kind() == RoomKind.PUBLIC || roles.size() > 1);
    }

    private Optional<ChatException> refusalUnless(UserId user, boolean allowed) {
        return refusalIfDirect().or(() -> refusalToPost(user)).or(() -> deniedUnless(allowed));
    }

    /** Of a direct room nothing but its messages ever changes. */
    private Optional<ChatException> refusalIfDirect() {
        return room.kind() == RoomKind.DIRECT
                ? Optional.of(new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND))
                : Optional.empty();
    }

    private static Optional<ChatException> deniedUnless(boolean allowed) {
        return allowed ? Optional.empty() : Optional.of(new ChatException.Forbidden(ErrorCode.ROOM_ACCESS_DENIED));
    }

    private static Optional<ChatException> messageDeniedUnless(boolean allowed) {
        return allowed ? Optional.empty() : Optional.of(new ChatException.Forbidden(ErrorCode.MESSAGE_ACCESS_DENIED));
    }

    private Optional<ChatException> refusalIfFull() {
        boolean full = room.kind() == RoomKind.GROUP
                && room.details().maxMembers().isPresent()
                && roles.size() >= room.details().maxMembers().getAsInt();
        return full ? Optional.of(new ChatException.Conflict(ErrorCode.ROOM_FULL)) : Optional.empty();
    }
}
