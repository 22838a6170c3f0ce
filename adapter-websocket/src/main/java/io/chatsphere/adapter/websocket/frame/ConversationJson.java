package io.chatsphere.adapter.websocket.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import io.chatsphere.application.conversation.ConversationView;
import java.io.IOException;

/** Writes a conversation as its member has it. */
final class ConversationJson {
    private ConversationJson() {}

    /** Writes its fields into the object that is open. */
    static void write(JsonGenerator json, ConversationView view) throws IOException {
        json.writeStringField("id", view.id());
        json.writeStringField("chat_type", view.chatType());
        json.writeStringField("chat_id", view.chatId());
        json.writeStringField("name", view.name());
        json.writeNumberField("unread_count", view.unreadCount());
        if (view.unreadMore()) {
            json.writeBooleanField("unread_more", true);
        }
        json.writeBooleanField("is_pinned", view.isPinned());
        json.writeBooleanField("is_muted", view.isMuted());
        FrameWriter.time(json, "updated_at", view.updatedAt());
        partner(json, view);
        if (view.lastMessage().isPresent()) {
            lastMessage(json, view.lastMessage().get());
        }
        json.writeNumberField("last_position", view.lastPosition());
        json.writeNumberField("read_position", view.readPosition());
        json.writeNumberField("revision", view.revision());
    }

    private static void partner(JsonGenerator json, ConversationView view) throws IOException {
        if (view.otherUser().isPresent()) {
            FrameWriter.user(json, "other_user", view.otherUser().get());
        }
        if (view.group().isPresent()) {
            ConversationView.Group group = view.group().get();
            json.writeObjectFieldStart("group");
            json.writeStringField("id", group.id());
            json.writeStringField("name", group.name());
            FrameWriter.text(json, "avatar_url", group.avatarUrl());
            json.writeEndObject();
        }
        if (view.room().isPresent()) {
            json.writeObjectFieldStart("room");
            json.writeStringField("id", view.room().get().id());
            json.writeStringField("name", view.room().get().name());
            json.writeEndObject();
        }
    }

    private static void lastMessage(JsonGenerator json, ConversationView.LastMessage message) throws IOException {
        json.writeObjectFieldStart("last_message");
        json.writeStringField("id", message.id());
        json.writeStringField("content", message.content());
        FrameWriter.time(json, "created_at", message.createdAt());
        json.writeStringField("from_user_id", message.fromUserId());
        json.writeStringField("message_type", message.messageType());
        json.writeEndObject();
    }
}
