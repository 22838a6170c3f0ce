package io.chatsphere.adapter.websocket;

import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.error.ErrorTexts;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.application.message.Outcome;
import io.chatsphere.application.user.UserSummaryView;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.RoomAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The frames to clients: those that answer one connection, and the encoder of those that go to all. Thread-safe. */
final class ServerFrames {
    private final FrameWriter writer;
    private final ChangeFrames changes;
    private final Duration heartbeat;

    ServerFrames(Clock clock, Duration heartbeat) {
        this.writer = new FrameWriter(clock);
        this.changes = new ChangeFrames(writer);
        this.heartbeat = heartbeat;
    }

    /** The one encoder of changes. */
    Function<Delivery, ByteBuffer> changes() {
        return changes;
    }

    /** The first frame of a connection. */
    ByteBuffer established(LiveSession session) {
        return writer.frame("connection_established", json -> {
            json.writeStringField("message", "connected");
            FrameWriter.user(json, "user", UserSummaryView.of(session.user()));
            json.writeStringField("session_id", session.id().toString());
            json.writeNumberField("heartbeat_seconds", heartbeat.toSeconds());
            json.writeStringField("epoch", session.epoch().toString());
        });
    }

    ByteBuffer pong() {
        return writer.bare("pong", json -> {});
    }

    /** The acknowledgement of a message that the client gave an id. */
    ByteBuffer ack(RoomAddress address, Outcome.Sent sent) {
        ChatView chat = ChatView.of(address);
        Message message = sent.message();
        return writer.frame("message_ack", json -> {
            FrameWriter.text(
                    json, "client_message_id", message.clientMessageId().map(Object::toString));
            json.writeStringField("id", message.id().toString());
            json.writeStringField("chat_type", chat.chatType());
            json.writeStringField("chat_id", chat.chatId());
            json.writeNumberField("position", message.position().value());
            json.writeNumberField("revision", message.revision().value());
            FrameWriter.time(json, "created_at", message.createdAt());
            json.writeBooleanField("duplicate", sent.duplicate());
        });
    }

    /** That a request was refused, and why. */
    ByteBuffer error(ClientFrame.Request request, ChatException refusal, Locale language) {
        return error(request, refusal.code(), text(refusal, language), retryAfter(refusal));
    }

    /** That a request failed by a fault of ours. */
    ByteBuffer internalError(ClientFrame.Request request, Locale language) {
        return error(request, ErrorCode.INTERNAL, ErrorTexts.of(ErrorCode.INTERNAL, language), Optional.empty());
    }

    private ByteBuffer error(ClientFrame.Request request, ErrorCode code, String text, Optional<Duration> retryAfter) {
        return writer.frame("error", json -> {
            json.writeStringField("message", text);
            json.writeNumberField("code", code.number());
            json.writeStringField("error", code.code());
            FrameWriter.text(json, "request_type", request.type());
            if (request.clientMessageId().isPresent()) {
                json.writeStringField(
                        "client_message_id", request.clientMessageId().get());
            }
            if (retryAfter.isPresent()) {
                json.writeNumberField("retry_after", seconds(retryAfter.get()));
            }
        });
    }

    private static String text(ChatException refusal, Locale language) {
        return refusal instanceof ChatException.Invalid invalid
                ? ErrorTexts.of(invalid.faults().getFirst(), language)
                : ErrorTexts.of(refusal.code(), language);
    }

    private static Optional<Duration> retryAfter(ChatException refusal) {
        return switch (refusal) {
            case ChatException.RateLimited limited -> Optional.of(limited.retryAfter());
            case ChatException.Unavailable unavailable -> Optional.of(unavailable.retryAfter());
            case ChatException.NotFound e -> Optional.empty();
            case ChatException.Forbidden e -> Optional.empty();
            case ChatException.Conflict e -> Optional.empty();
            case ChatException.Invalid e -> Optional.empty();
            case ChatException.Unauthenticated e -> Optional.empty();
        };
    }

    /** Whole seconds, rounded up: a client that waits so long waits long enough. */
    private static long seconds(Duration duration) {
        return duration.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
