package io.chatsphere.domain.conversation;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;

/**
 * What a member has set for themselves in a room; it moves nobody else's revision.
 *
 * @param readPosition up to here they said they have read
 * @param unreadFloor own messages count as read only behind this: set where a member marked something unread
 * @param revision the user's revision that this was last changed by
 */
public record RoomPreferences(
        RoomId room,
        UserId user,
        Position readPosition,
        Position unreadFloor,
        boolean muted,
        boolean pinned,
        boolean archived,
        Revision revision) {}
