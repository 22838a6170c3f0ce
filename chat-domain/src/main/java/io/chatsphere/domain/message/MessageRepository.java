package io.chatsphere.domain.message;

import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAccess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Keeps messages. Thread-safe; every method blocks until it is done, reads what is committed on the primary, and throws
 * {@link io.chatsphere.domain.error.ChatException.Unavailable} when the store does not answer or is overloaded.
 */
public interface MessageRepository {
    /**
     * Appends each draft to its room: gives it the room's next position and next revision, without holes, in the order in
     * which they are committed. Drafts of one call that go into one room keep their order. When it returns, all that is
     * {@link Appended.Stored} is durable and visible to every reader.
     *
     * <p>A draft with a {@link ClientRequest} is stored at most once per room and sender, whatever runs in parallel and also
     * within one call. A client id that was used before is answered ({@link Appended.Repeated} or
     * {@link Appended.Conflicting}) before staleness is looked at; one that came with a stale draft was not used. A draft
     * whose access revision is not the room's, or whose room does not exist, is {@link Appended.Stale}.
     *
     * <p>Drafts of other callers may be committed in the same transaction; they never make this call fail. A store may commit
     * the drafts of one call in several transactions, of which some fail: a draft whose commit nobody knows the end of is
     * {@link Appended.Unknown}, one that was not added is {@link Appended.Stale}, the others are answered as ever.
     *
     * @param drafts any number, for any rooms
     * @return one answer per draft, in the order of the drafts
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if nothing of this call is known to be stored; trying
     *     again with the same client ids stores each once
     */
    List<Appended> append(List<MessageDraft> drafts);

    /** What was stored in the room under the sender's client id; also deleted messages. */
    Optional<Repeat> findRepeat(RoomId room, UserId sender, ClientMessageId id);

    /** The message with this id, also a deleted one. */
    Optional<Message> find(MessageId id);

    /** A part of a room's history; empty for a room that does not exist. */
    HistoryPage history(HistoryQuery query);

    /**
     * Changes a message: locks its room, reads both as they are then, and stores what {@code change} makes of the message
     * (content, edit and deletion time; the rest is not looked at) as the room's next change. Nothing moves if it is equal.
     * The content of a deleted message is erased with it.
     *
     * @param change must be pure and quick; what it throws is thrown, and nothing changes then
     * @throws io.chatsphere.domain.error.ChatException.NotFound with {@code MESSAGE_NOT_FOUND}
     */
    UpdatedMessage update(MessageId id, BiFunction<RoomAccess, Message, Message> change);

    /** How many messages were ever sent, deleted ones included. */
    long count();

    /** How many messages were sent at or after {@code start}, by their ids, deleted ones included. */
    long countSince(Instant start);
}
