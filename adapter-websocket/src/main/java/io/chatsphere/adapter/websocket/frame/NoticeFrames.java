package io.chatsphere.adapter.websocket.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import io.chatsphere.application.conversation.ConversationView;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.application.user.UserSummaryView;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.user.UserSummary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Function;

/** The frames of what is told beside changes. One instance serves all connections, so that each notice is encoded once. */
final class NoticeFrames implements Function<Notice, ByteBuffer> {
    private final FrameWriter writer;

    NoticeFrames(FrameWriter writer) {
        this.writer = writer;
    }

    @Override
    public ByteBuffer apply(Notice notice) {
        return switch (notice.body()) {
            case Notice.Body.Typing typing -> typing(typing);
            case Notice.Body.Read read -> read(read);
            case Notice.Body.RoomAdded(var conversation) ->
                writer.frame(
                        ServerFrameType.ROOM_ADDED,
                        json -> ConversationJson.write(json, ConversationView.of(conversation)));
            case Notice.Body.RoomRemoved(var chat) ->
                writer.frame(ServerFrameType.ROOM_REMOVED, json -> FrameWriter.chat(json, chat));
            case Notice.Body.View view -> view(view);
            case Notice.Body.OldForm oldForm -> oldForm(oldForm);
            case Notice.Body.OnlineUsers online -> online(online);
            case Notice.Body.PresenceChanged changed -> presence(changed);
            case Notice.Body.Resumed resumed -> resumed(resumed);
            case Notice.Body.TokenExpiring(var left) ->
                writer.frame(
                        ServerFrameType.TOKEN_EXPIRING,
                        json -> json.writeNumberField("seconds", Math.max(0, left.toSeconds())));
        };
    }

    private ByteBuffer typing(Notice.Body.Typing typing) {
        return writer.frame(ServerFrameType.TYPING, json -> {
            person(json, typing.user());
            FrameWriter.chat(json, typing.chat());
            json.writeBooleanField("is_typing", typing.isTyping());
        });
    }

    private ByteBuffer read(Notice.Body.Read read) {
        return writer.frame(ServerFrameType.READ, json -> {
            FrameWriter.chat(json, read.chat());
            json.writeArrayFieldStart("marks");
            for (Notice.Body.Mark mark : read.marks()) {
                json.writeStartObject();
                json.writeStringField("user_id", mark.user().toString());
                json.writeNumberField("position", mark.position().value());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private ByteBuffer resumed(Notice.Body.Resumed resumed) {
        return writer.frame(ServerFrameType.RESUMED, json -> {
            FrameWriter.chat(json, resumed.chat());
            json.writeNumberField("revision", resumed.revision().value());
            json.writeBooleanField("complete", resumed.complete());
            json.writeBooleanField("reset", resumed.reset());
        });
    }

    private ByteBuffer view(Notice.Body.View view) {
        ServerFrameType type = view.isOpen() ? ServerFrameType.USER_JOINED : ServerFrameType.USER_LEFT;
        return writer.frame(type, json -> {
            person(json, view.user());
            json.writeStringField("room_id", view.room().value());
        });
    }

    /** The oldest clients know this frame only so, without {@code data}. */
    private ByteBuffer oldForm(Notice.Body.OldForm oldForm) {
        UserSummaryView author = UserSummaryView.of(oldForm.message().author());
        return writer.bare(ServerFrameType.CHAT_MESSAGE, json -> {
            json.writeStringField("from_user_id", author.id());
            json.writeStringField("from_username", author.username());
            json.writeStringField("from_display_name", author.displayName());
            json.writeStringField("room_id", oldForm.room().value());
            json.writeStringField(
                    "content",
                    oldForm.message().content().map(MessageContent::text).orElse(""));
        });
    }

    /** The {@code data} of this frame is the list itself. */
    private ByteBuffer online(Notice.Body.OnlineUsers online) {
        return writer.bare(ServerFrameType.ONLINE_USERS, json -> {
            FrameWriter.users(json, "data", online.users());
            stale(json, online.stale());
        });
    }

    private ByteBuffer presence(Notice.Body.PresenceChanged changed) {
        return writer.bare(ServerFrameType.PRESENCE, json -> {
            json.writeObjectFieldStart("data");
            FrameWriter.users(json, "online", changed.online());
            FrameWriter.users(json, "offline", changed.offline());
            json.writeEndObject();
            stale(json, changed.stale());
        });
    }

    private static void stale(JsonGenerator json, boolean stale) throws IOException {
        if (stale) {
            json.writeBooleanField("stale", true);
        }
    }

    /** Names somebody among the fields of a frame. */
    private static void person(JsonGenerator json, UserSummary user) throws IOException {
        UserSummaryView view = UserSummaryView.of(user);
        json.writeStringField("user_id", view.id());
        json.writeStringField("username", view.username());
        json.writeStringField("display_name", view.displayName());
    }
}
