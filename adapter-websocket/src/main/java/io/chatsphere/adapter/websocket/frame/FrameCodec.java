package io.chatsphere.adapter.websocket.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chatsphere.application.delivery.ResumeRooms;
import io.chatsphere.application.delivery.RoomCursor;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import java.util.List;
import java.util.Optional;

/** Reads the frames of clients. Fields that are not known are left alone, as clients may be newer. Thread-safe. */
public final class FrameCodec {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_ECHO = 100;
    private static final String USUAL_ROOM = "general";

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
    public ClientFrame decode(String text) {
        try {
            JsonNode frame = JSON.readValue(text);
            return frame.isObject() ? decode(frame) : malformed();
        } catch (JsonProcessingException e) {
            return malformed();
        }
    }

    private static ClientFrame decode(JsonNode frame) {
        ClientFrame.Request request =
                new ClientFrame.Request(echo(frame, "type"), echo(frame.path("data"), "client_message_id"));
        try {
            Fields whole = new Fields(frame);
            ClientFrameType type = ClientFrameType.of(whole.required("type"))
                    .orElseThrow(() -> new ChatException.Invalid(ErrorCode.UNKNOWN_FRAME, "type"));
            return new ClientFrame(request, command(type, whole, new Fields(frame.path("data"))));
        } catch (ChatException refusal) {
            return new ClientFrame(request, new ClientFrame.Broken(refusal));
        }
    }

    private static ClientFrame.Command command(ClientFrameType type, Fields whole, Fields data) {
        return switch (type) {
            case SEND_MESSAGE -> new ClientFrame.Send(draft(data), false);
            case CHAT -> new ClientFrame.Send(oldForm(whole), true);
            case EDIT_MESSAGE ->
                new ClientFrame.Edit(data.messageId("message_id"), new MessageContent(data.required("content")));
            case DELETE_MESSAGE -> new ClientFrame.Delete(data.messageId("message_id"));
            case JOIN_ROOM -> new ClientFrame.Join(new Slug(data.required("room_id")));
            case LEAVE_ROOM -> new ClientFrame.Leave(new Slug(data.required("room_id")));
            case TYPING -> new ClientFrame.Typing(data.chat(), data.requiredFlag("is_typing"));
            case MARK_READ -> new ClientFrame.MarkRead(data.chat(), data.position("position"));
            case MARK_UNREAD -> new ClientFrame.MarkUnread(data.chat(), data.requiredPosition("position"));
            case RESUME -> new ClientFrame.Resume(Epoch.of(data.required("epoch")), cursors(data));
            case AUTHENTICATE -> new ClientFrame.Authenticate(data.required("token"));
            case PING -> new ClientFrame.Ping();
        };
    }

    private static List<RoomCursor> cursors(Fields data) {
        return data.objects("rooms", ResumeRooms.MAX_ROOMS).stream()
                .map(room -> new RoomCursor(room.chat(), room.requiredRevision("revision")))
                .toList();
    }

    private static SendMessage.Draft draft(Fields data) {
        ChatView chat = new ChatView(
                data.optional("chat_type").orElse("room"),
                data.optional("chat_id").orElse(USUAL_ROOM));
        return new SendMessage.Draft(
                chat.address(),
                new MessageContent(data.required("content")),
                messageType(data.optional("message_type").orElse("text")),
                data.optional("reply_to_id").map(id -> MessageId.parse(id, "reply_to_id")),
                data.optional("client_message_id").map(ClientMessageId::new));
    }

    private static SendMessage.Draft oldForm(Fields frame) {
        Slug room = new Slug(frame.optional("room_id").orElse(USUAL_ROOM));
        return SendMessage.Draft.text(new RoomAddress.Public(room), frame.required("content"));
    }

    private static MessageType messageType(String name) {
        return switch (name) {
            case "text" -> MessageType.TEXT;
            case "image" -> MessageType.IMAGE;
            default -> throw new ChatException.Invalid(ErrorCode.MESSAGE_TYPE_INVALID, "message_type");
        };
    }

    private static ClientFrame malformed() {
        return new ClientFrame(
                new ClientFrame.Request(Optional.empty(), Optional.empty()),
                new ClientFrame.Broken(new ChatException.Invalid(ErrorCode.MALFORMED, "frame")));
    }

    /** A text that may be given back to the client: short and plain. */
    private static Optional<String> echo(JsonNode object, String field) {
        return Optional.ofNullable(object.get(field))
                .map(JsonNode::textValue)
                .filter(value -> value.length() <= MAX_ECHO && value.chars().allMatch(c -> c >= 0x20 && c < 0x7F));
    }
}
