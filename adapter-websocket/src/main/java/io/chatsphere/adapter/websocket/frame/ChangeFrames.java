package io.chatsphere.adapter.websocket.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.message.MessageView;
import io.chatsphere.application.room.RoomView;
import io.chatsphere.application.user.UserSummaryView;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.Membership;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
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
        return switch (delivery.change()) {
            case RoomChange.OfMessage(var message)
            when message.isDeleted() -> EncodedChange.alone(deleted(delivery, message));
            case RoomChange.OfMessage(var message)
            when delivery.isNewMessage() ->
                new EncodedChange(
                        message(ServerFrameType.MESSAGE, delivery, message),
                        Optional.of(new ConversationUpdate(writer, delivery, message)));
            case RoomChange.OfMessage(var message) ->
                EncodedChange.alone(message(ServerFrameType.MESSAGE_UPDATED, delivery, message));
            case RoomChange.OfMembership(var membership, var user) ->
                EncodedChange.alone(membership(delivery, membership, UserSummaryView.of(user)));
            case RoomChange.OfDetails(var details) -> EncodedChange.alone(details(delivery, RoomView.of(details)));
        };
    }

    private ByteBuffer message(ServerFrameType type, Delivery delivery, Message message) {
        MessageView view = MessageView.of(message, delivery.room(), delivery.viewer());
        return writer.frame(type, json -> {
            json.writeStringField("id", view.id());
            json.writeNumberField("position", view.position());
            json.writeNumberField("revision", view.revision());
            json.writeNumberField("prev", delivery.prev().value());
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
        });
    }

    private ByteBuffer deleted(Delivery delivery, Message message) {
        return writer.frame(ServerFrameType.MESSAGE_DELETED, json -> {
            json.writeStringField("id", message.id().toString());
            json.writeNumberField("position", message.position().value());
            place(json, delivery);
        });
    }

    private ByteBuffer membership(Delivery delivery, Membership membership, UserSummaryView user) {
        ServerFrameType type = membership.isActive() ? ServerFrameType.MEMBER_JOINED : ServerFrameType.MEMBER_LEFT;
        return writer.frame(type, json -> {
            FrameWriter.user(json, "user", user);
            json.writeStringField("role", membership.role().name().toLowerCase(Locale.ROOT));
            place(json, delivery);
        });
    }

    private ByteBuffer details(Delivery delivery, RoomView room) {
        return writer.frame(ServerFrameType.ROOM_UPDATED, json -> {
            json.writeStringField("id", room.id());
            json.writeStringField("name", room.name());
            FrameWriter.text(json, "description", room.description());
            FrameWriter.text(json, "avatar_url", room.avatarUrl());
            json.writeObjectField("max_members", room.maxMembers().orElse(null));
            FrameWriter.text(json, "created_by", room.createdBy());
            FrameWriter.time(json, "created_at", room.createdAt());
            FrameWriter.time(json, "archived_at", room.archivedAt());
            place(json, delivery);
        });
    }

    /** Where the change belongs: the chat as its viewer names it, and its place in the room's stream. */
    private static void place(JsonGenerator json, Delivery delivery) throws IOException {
        FrameWriter.chat(json, delivery.room().addressFor(delivery.viewer()));
        json.writeNumberField("revision", delivery.change().revision().value());
        json.writeNumberField("prev", delivery.prev().value());
    }
}
