package io.chatsphere.application.message;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.RoomDirectory;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.message.UpdatedMessage;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Changes messages: lets the store decide under the room's lock, and tells everybody. */
public final class MessageUpdates {
    private final MessageRepository messages;
    private final RoomDirectory directory;
    private final ChangeBus bus;

    public MessageUpdates(MessageRepository messages, RoomDirectory directory, ChangeBus bus) {
        this.messages = messages;
        this.directory = directory;
        this.bus = bus;
    }

    /**
     * Changes the message, which must not be deleted.
     *
     * @param refusal why the caller may not
     * @return the message as the caller sees it then
     * @throws ChatException.NotFound with {@code MESSAGE_NOT_FOUND}, also where the caller may not know of its room
     */
    MessageView apply(
            Caller caller,
            MessageId id,
            BiFunction<RoomAccess, UserId, Optional<ChatException>> refusal,
            UnaryOperator<Message> change) {
        UpdatedMessage updated = messages.update(id, (access, message) -> {
            if (access.refusalToRead(caller.user()).isPresent() || message.isDeleted()) {
                throw new ChatException.NotFound(ErrorCode.MESSAGE_NOT_FOUND);
            }
            refusal.apply(access, message.author().id()).ifPresent(reason -> {
                throw reason;
            });
            return change.apply(message);
        });
        if (updated.changed()) {
            bus.publish(List.of(new RoomChange.OfMessage(updated.message())));
        }
        Room room = directory.access(updated.message().room()).room();
        return MessageView.of(updated.message(), room, caller.user());
    }
}
