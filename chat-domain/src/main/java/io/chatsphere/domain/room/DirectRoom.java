package io.chatsphere.domain.room;

import java.util.List;

/**
 * What asking for a direct room gave.
 *
 * @param members both memberships
 * @param fresh whether this call made the room
 */
public record DirectRoom(Room room, List<Membership> members, boolean fresh) {
    public DirectRoom {
        members = List.copyOf(members);
    }
}
