package io.chatsphere.adapter.websocket.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.view.ChangeView;
import io.chatsphere.application.message.MessageView;
import io.chatsphere.application.room.RoomView;
import io.chatsphere.domain.delivery.RoomChange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/** The frames that tell clients of changes. One instance serves all connections, so that each change is encoded once. */
final class ChangeFrames implements Function<Delivery, EncodedChange> {
    private final FrameWriter writer;

    ChangeFrames(FrameWriter writer) {
        this.writer = writer;
    }

    @Override
    public EncodedChange apply(Delivery delivery) {
        ChangeView view = ChangeView.of(delivery);
        ByteBuffer frame = writer.frame(type(view.type()), json -> write(json, view.data()));
        return new EncodedChange(frame, update(view.type(), delivery));
    }

    private Optional<ConversationUpdate> update(ChangeView.Type type, Delivery delivery) {
        return type == ChangeView.Type.MESSAGE && delivery.change() instanceof RoomChange.OfMessage(var message)
                ? Optional.of(new ConversationUpdate(writer, delivery, message))
                : Optional.empty();
    }

    private static ServerFrameType type(ChangeView.Type type) {
        return switch (type) {
            case MESSAGE -> ServerFrameType.MESSAGE;
            case MESSAGE_UPDATED -> ServerFrameType.MESSAGE_UPDATED;
            case MESSAGE_DELETED -> ServerFrameType.MESSAGE_DELETED;
            case MEMBER_JOINED -> ServerFrameType.MEMBER_JOINED;
            case MEMBER_LEFT -> ServerFrameType.MEMBER_LEFT;
            case ROOM_UPDATED -> ServerFrameType.ROOM_UPDATED;
            case ADVANCE -> ServerFrameType.ADVANCE;
        };
    }

    private static void write(JsonGenerator json, ChangeView.Data data) throws IOException {
        switch (data) {
            case ChangeView.Written(var message, var prev) -> message(json, message, prev);
            case ChangeView.Deleted(var id, var position, var place) -> {
                json.writeStringField("id", id);
                json.writeNumberField("position", position);
                place(json, place);
            }
            case ChangeView.Member(var user, var role, var place) -> {
                FrameWriter.user(json, "user", user);
                json.writeStringField("role", role);
                place(json, place);
            }
            case ChangeView.Details(var room, var place) -> {
                details(json, room);
                place(json, place);
            }
            case ChangeView.Withheld(var place) -> place(json, place);
        }
    }

    private static void message(JsonGenerator json, MessageView view, long prev) throws IOException {
        json.writeStringField("id", view.id());
        json.writeNumberField("position", view.position());
        json.writeNumberField("revision", view.revision());
        json.writeNumberField("prev", prev);
        json.writeStringField("from_user_id", view.fromUserId());
        FrameWriter.user(json, "from_user", view.fromUser());
        json.writeStringField("content", view.content());
        json.writeStringField("message_type", view.messageType());
        json.writeStringField("chat_type", view.chatType());
        json.writeStringField("chat_id", view.chatId());
        FrameWriter.text(json, "room_id", view.roomId());
        FrameWriter.text(json, "to_user_id", view.toUserId());
        FrameWriter.text(json, "group_id", view.groupId());
        FrameWriter.text(json, "reply_to_id", view.replyToId());
        FrameWriter.text(json, "client_message_id", view.clientMessageId());
        FrameWriter.time(json, "created_at", view.createdAt());
        json.writeBooleanField("is_edited", view.isEdited());
        FrameWriter.time(json, "edited_at", view.editedAt());
        json.writeBooleanField("is_deleted", view.isDeleted());
    }

    private static void details(JsonGenerator json, RoomView room) throws IOException {
        json.writeStringField("id", room.id());
        json.writeStringField("name", room.name());
        FrameWriter.text(json, "description", room.description());
        FrameWriter.text(json, "avatar_url", room.avatarUrl());
        json.writeObjectField("max_members", room.maxMembers().orElse(null));
        FrameWriter.text(json, "created_by", room.createdBy());
        FrameWriter.time(json, "created_at", room.createdAt());
        FrameWriter.time(json, "archived_at", room.archivedAt());
    }

    private static void place(JsonGenerator json, ChangeView.Place place) throws IOException {
        json.writeStringField("chat_type", place.chatType());
        json.writeStringField("chat_id", place.chatId());
        json.writeNumberField("revision", place.revision());
        json.writeNumberField("prev", place.prev());
    }
}
