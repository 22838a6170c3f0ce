package io.chatsphere.adapter.http.message;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.room.RoomAddress;
import java.util.Optional;

/** A message to be sent. Printing it shows nothing. */
record SendBody(
        Optional<String> content,
        Optional<String> messageType,
        Optional<String> replyToId,
        Optional<String> clientMessageId) {
    /** @param idempotencyKey the header's name for the message, where the body has none */
    SendMessage.Draft draft(RoomAddress chat, Optional<String> idempotencyKey) {
        Fields fields = new Fields();
        Optional<MessageContent> text = fields.required("content", content, MessageContent::new);
        Optional<MessageType> type = fields.optional(messageType, SendBody::type);
        Optional<MessageId> answered = fields.optional(replyToId, id -> MessageId.parse(id, "reply_to_id"));
        Optional<ClientMessageId> name =
                fields.optional(clientMessageId.or(() -> idempotencyKey), ClientMessageId::new);
        fields.check();
        if (idempotencyKey.isPresent() && !idempotencyKey.equals(name.map(ClientMessageId::value))) {
            throw new ChatException.Invalid(ErrorCode.BAD_REQUEST, "client_message_id");
        }
        return new SendMessage.Draft(chat, text.orElseThrow(), type.orElse(MessageType.TEXT), answered, name);
    }

    private static MessageType type(String name) {
        return switch (name) {
            case "text" -> MessageType.TEXT;
            case "image" -> MessageType.IMAGE;
            default -> throw new ChatException.Invalid(ErrorCode.MESSAGE_TYPE_INVALID, "message_type");
        };
    }

    @Override
    public String toString() {
        return "SendBody[hidden]";
    }
}
