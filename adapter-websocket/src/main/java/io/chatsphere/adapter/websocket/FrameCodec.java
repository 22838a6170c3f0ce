package io.chatsphere.adapter.websocket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.room.Slug;
import java.util.Optional;

/** Reads the frames of clients. Fields that are not known are left alone, as clients may be newer. Thread-safe. */
final class FrameCodec {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_ECHO = 100;

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    /** What {@code text} asks; what cannot be understood is {@link ClientFrame.Broken}, nothing is thrown. */
    ClientFrame decode(String text) {
        try {
            return decode(JSON.<JsonNode>readValue(text));
        } catch (JsonProcessingException e) {
            return malformed();
        }
    }

    private static ClientFrame decode(JsonNode frame) {
        if (!frame.isObject()) {
            return malformed();
        }
        Fields data = new Fields(frame.path("data"));
        try {
            return decode(new Fields(frame).required("type"), data);
        } catch (ChatException refusal) {
            return new ClientFrame.Broken(
                    new ClientFrame.Request(echo(frame, "type"), echo(frame.path("data"), "client_message_id")),
                    refusal);
        }
    }

    private static ClientFrame decode(String type, Fields data) {
        return switch (type) {
            case "send_message" -> new ClientFrame.Send(draft(data));
            case "join_room" -> new ClientFrame.Join(new Slug(data.required("room_id")));
            case "leave_room" -> new ClientFrame.Leave(new Slug(data.required("room_id")));
            case "ping" -> new ClientFrame.Ping();
            default -> throw new ChatException.Invalid(ErrorCode.UNKNOWN_FRAME, "type");
        };
    }

    private static SendMessage.Draft draft(Fields data) {
        ChatView chat = new ChatView(
                data.optional("chat_type").orElse("room"),
                data.optional("chat_id").orElse("general"));
        return new SendMessage.Draft(
                chat.address(),
                new MessageContent(data.required("content")),
                messageType(data.optional("message_type").orElse("text")),
                data.optional("reply_to_id").map(id -> MessageId.parse(id, "reply_to_id")),
                data.optional("client_message_id").map(ClientMessageId::new));
    }

    private static MessageType messageType(String name) {
        return switch (name) {
            case "text" -> MessageType.TEXT;
            case "image" -> MessageType.IMAGE;
            default -> throw new ChatException.Invalid(ErrorCode.MESSAGE_TYPE_INVALID, "message_type");
        };
    }

    private static ClientFrame malformed() {
        return new ClientFrame.Broken(
                new ClientFrame.Request(Optional.empty(), Optional.empty()),
                new ChatException.Invalid(ErrorCode.MALFORMED, "frame"));
    }

    /** A text that may be given back to the client: short and plain. */
    private static Optional<String> echo(JsonNode object, String field) {
        return Optional.ofNullable(object.get(field))
                .map(JsonNode::textValue)
                .filter(value -> value.length() <= MAX_ECHO && value.chars().allMatch(c -> c >= 0x20 && c < 0x7F));
    }

    /** The text fields of an object in a frame. A field that is {@code null} counts as absent, as does all of a missing object. */
    private record Fields(JsonNode object) {
        /** @throws ChatException.Invalid if the field is missing or no text */
        String required(String field) {
            return optional(field).orElseThrow(() -> new ChatException.Invalid(ErrorCode.MISSING_FIELD, field));
        }

        /** @throws ChatException.Invalid if the field is there and no text, or its object is none */
        Optional<String> optional(String field) {
            if (!object.isObject() && !object.isMissingNode() && !object.isNull()) {
                throw new ChatException.Invalid(ErrorCode.WRONG_TYPE, "data");
            }
            JsonNode value = object.path(field);
            if (value.isMissingNode() || value.isNull()) {
                return Optional.empty();
            }
            if (!value.isTextual()) {
                throw new ChatException.Invalid(ErrorCode.WRONG_TYPE, field);
            }
            return Optional.of(value.textValue());
        }
    }
}
