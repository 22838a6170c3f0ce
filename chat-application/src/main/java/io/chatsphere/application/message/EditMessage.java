package io.chatsphere.application.message;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.MessageContent;
import java.time.Instant;
import java.util.Optional;

/** Gives a message another content; its author may. */
public final class EditMessage {
    private final MessageUpdates updates;
    private final Senders senders;
    private final Ids ids;

    public EditMessage(MessageUpdates updates, Senders senders, Ids ids) {
        this.updates = updates;
        this.senders = senders;
        this.ids = ids;
    }

    /** What a message is to say. */
    public record Command(Caller caller, MessageId message, MessageContent content) {}

    /**
     * Edits. The same content again changes nothing.
     *
     * @throws ChatException.NotFound with {@code MESSAGE_NOT_FOUND}, also for a deleted one and where the caller may not
     *     know of its room
     * @throws ChatException.Forbidden with {@code MESSAGE_ACCESS_DENIED} or {@code ROOM_ARCHIVED}
     * @throws ChatException.Invalid with {@code MESSAGE_TOO_LONG}
     */
    public MessageView handle(Command command) {
        senders.checkLength(command.content());
        UserId user = command.caller().user();
        Instant now = ids.now();
        return updates.apply(
                command.caller(),
                command.message(),
                (access, author) -> access.refusalToEdit(user, author),
                message -> message.content().equals(Optional.of(command.content()))
                        ? message
                        : message.edited(command.content(), now));
    }
}
