package io.chatsphere.domain.message;

import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.user.UserSummary;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that was allowed and is not stored yet. Id and time are made before, so that nothing is read back.
 *
 * @param accessRevision the access revision that the permission was judged at
 * @param createdAt whole milliseconds
 */
public record MessageDraft(
        MessageId id,
        RoomId room,
        UserSummary author,
        MessageContent content,
        MessageType type,
        Optional<ReplyTo> replyTo,
        Optional<ClientRequest> request,
        Revision accessRevision,
        Instant createdAt) {

    /** The message that this draft becomes when it is stored at {@code position} as change {@code revision}. */
    public Message stored(Position position, Revision revision) {
        return new Message(
                id,
                room,
                position,
                revision,
                revision,
                author,
                Optional.of(content),
                type,
                replyTo,
                request.map(ClientRequest::id),
                createdAt,
                Optional.empty(),
                Optional.empty());
    }
}
