package io.chatsphere.domain.conversation;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Reads rooms as their members have them, with exact unread counts, and keeps read marks.
 *
 * <p>The effective read mark of a member is the greatest of where their membership began ({@code joinedPosition}), their
 * {@code readPosition}, and the position of their own last message, also a deleted one, if that is behind their
 * {@code unreadFloor}. Unread is what lies behind it and is not deleted: counted from the log each time, never kept. Where a
 * membership begins, {@code readPosition} is set there; that is part of the same change, and no change of the preferences.
 *
 * <p>Thread-safe. Every method is one transaction, reads what is committed on the primary, takes a constant number of
 * queries, and throws {@link io.chatsphere.domain.error.ChatException.Unavailable} when the store does not answer.
 */
public interface ConversationRepository {
    /**
     * The rooms whose member the user is, also archived ones, latest activity first (then by descending id), behind
     * {@code after}, at most {@code limit}. A direct room without a message is not listed; a deleted
     * one is a message.
     */
    List<Conversation> list(UserId user, Optional<ConversationCursor> after, int limit);

    /** The room as this member has it; a direct room without a message too. Empty for who is no member. */
    Optional<Conversation> find(RoomId room, UserId user);

    /**
     * Moves the member's read mark to the lesser of {@code position} (the room's last one if none is given) and the room's
     * last position; only ever forward, compared with the effective mark, and moves their user revision.
     *
     * @return the new preferences; empty if nothing moved, or the user is no member
     */
    Optional<RoomPreferences> markRead(RoomId room, UserId user, Optional<Position> position);

    /**
     * Makes the message at {@code position} and all behind it unread: {@code readPosition} becomes the one before, and
     * {@code unreadFloor} the room's last position. Moves their user revision.
     *
     * @return the new preferences; empty if there is no such position behind where the membership began, or the user is no
     *     member
     */
    Optional<RoomPreferences> markUnread(RoomId room, UserId user, Position position);
}
