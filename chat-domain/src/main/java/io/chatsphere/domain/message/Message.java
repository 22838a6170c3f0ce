package io.chatsphere.domain.message;

import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.user.UserSummary;
import java.time.Instant;
import java.util.Optional;

/**
 * A stored message in its current state.
 *
 * @param sentRevision the change that it was sent by; never changes
 * @param revision the change that it was last changed by
 * @param author as of now, not as of sending
 * @param content empty exactly when it was deleted
 */
public record Message(
        MessageId id,
        RoomId room,
        Position position,
        Revision sentRevision,
        Revision revision,
        UserSummary author,
        Optional<MessageContent> content,
        MessageType type,
        Optional<ReplyTo> replyTo,
        Optional<ClientMessageId> clientMessageId,
        Instant createdAt,
        Optional<Instant> editedAt,
        Optional<Instant> deletedAt) {

    public Message {
        if (content.isPresent() == deletedAt.isPresent()) {
            throw new IllegalArgumentException("a message has a content exactly until it is deleted");
        }
    }

    /** Whether it was deleted; it keeps its position. */
    public boolean isDeleted() {
        return deletedAt.isPresent();
    }

    /** The same message with another content; it must not be deleted. */
    public Message edited(MessageContent newContent, Instant now) {
        return with(revision, Optional.of(newContent), Optional.of(now), deletedAt);
    }

    /** The same message without its content: it keeps its place as a tombstone. */
    public Message deleted(Instant now) {
        return with(revision, Optional.empty(), editedAt, Optional.of(now));
    }

    /** The same message as stored by another change of its room. */
    public Message at(Revision newRevision) {
        return with(newRevision, content, editedAt, deletedAt);
    }

    private Message with(
            Revision newRevision, Optional<MessageContent> text, Optional<Instant> edited, Optional<Instant> deleted) {
        return new Message(
                id,
                room,
                position,
                sentRevision,
                newRevision,
                author,
                text,
                type,
                replyTo,
                clientMessageId,
                createdAt,
                edited,
                deleted);
    }
}
