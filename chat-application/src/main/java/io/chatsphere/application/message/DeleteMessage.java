package io.chatsphere.application.message;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.UserId;
import java.time.Instant;

/** Deletes a message for everybody; its author may, and who moderates the room. Its place in the history stays empty. */
public final class DeleteMessage {
    private final MessageUpdates updates;
    private final Ids ids;

    public DeleteMessage(MessageUpdates updates, Ids ids) {
        this.updates = updates;
        this.ids = ids;
    }

    /** A message to be deleted. */
    public record Command(Caller caller, MessageId message) {}

    /**
     * Deletes.
     *
     * @throws ChatException.NotFound with {@code MESSAGE_NOT_FOUND}, also for a deleted one and where the caller may not
     *     know of its room
     * @throws ChatException.Forbidden with {@code MESSAGE_ACCESS_DENIED} or {@code ROOM_ARCHIVED}
     */
    public void handle(Command command) {
        UserId user = command.caller().user();
        Instant now = ids.now();
        updates.apply(
                command.caller(),
                command.message(),
                (access, author) -> access.refusalToDelete(user, author),
                message -> message.deleted(now));
    }
}
