package io.chatsphere.domain.conversation;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.user.UserSummary;
import java.time.Instant;
import java.util.Optional;

/**
 * A room as one of its members has it in their list.
 *
 * @param other who the other one is, exactly for direct rooms
 * @param lastMessage the last one that is not deleted and that the member may read
 * @param lastPosition of the room
 * @param readPosition the effective read mark: up to here nothing counts as unread
 * @param unread how many messages behind the read mark are not deleted, at most {@link #MAX_UNREAD} + 1
 * @param preferences the member's own settings
 * @param updatedAt when the last message was sent, deleted or not; when the room was made if there is none
 * @param revision the room's last revision, from which on the member gets changes
 */
public record Conversation(
        Room room,
        Optional<UserSummary> other,
        Optional<Message> lastMessage,
        Position lastPosition,
        Position readPosition,
        int unread,
        RoomPreferences preferences,
        Instant updatedAt,
        Revision revision) {
    /** Up to here unread messages are counted exactly. */
    public static final int MAX_UNREAD = 999;

    /** The same, for a member who gets changes from another revision on. */
    public Conversation at(Revision newRevision) {
        return new Conversation(
                room, other, lastMessage, lastPosition, readPosition, unread, preferences, updatedAt, newRevision);
    }
}
