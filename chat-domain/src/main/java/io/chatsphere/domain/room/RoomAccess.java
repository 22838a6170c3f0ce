package io.chatsphere.domain.room;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
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
}
