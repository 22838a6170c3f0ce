package io.chatsphere.adapter.websocket.frame;

import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.application.error.ErrorTexts;
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

/** The frames to clients: those that answer one connection, and the encoders of those that go to many. Thread-safe. */
public final class ServerFrames {
    private final FrameWriter writer;
    private final ChangeFrames changes;
    private final NoticeFrames notices;
    private final Duration heartbeat;

    /** @param heartbeat that clients are told of */
    public ServerFrames(Clock clock, Duration heartbeat) {
        this.writer = new FrameWriter(clock);
        this.changes = new ChangeFrames(writer);
        this.notices = new NoticeFrames(writer);
        this.heartbeat = heartbeat;
    }

    /** The one encoder of changes. */
    public Function<Delivery, EncodedChange> changes() {
        return changes;
    }

    /** The one encoder of notices. */
    public Function<Notice, ByteBuffer> notices() {
        return notices;
    }

    /** Whether the notice matters so little that it gives way to the rest when there is little room. */
    public static boolean givesWay(Notice notice) {
        return switch (notice.body()) {
            case Notice.Body.Typing e -> true;
            case Notice.Body.View e -> true;
            case Notice.Body.PresenceChanged e -> true;
            case Notice.Body.Read e -> false;
            case Notice.Body.RoomAdded e -> false;
            case Notice.Body.RoomRemoved e -> false;
            case Notice.Body.OldForm e -> false;
            case Notice.Body.OnlineUsers e -> false;
            case Notice.Body.Resumed e -> false;
            case Notice.Body.TokenExpiring e -> false;
        };
    }

    /** The first frame of a connection. */
    public ByteBuffer established(LiveSession session) {
        return writer.frame(ServerFrameType.CONNECTION_ESTABLISHED, json -> {
            json.writeStringField("message", "connected");
            FrameWriter.user(json, "user", UserSummaryView.of(session.user()));
            json.writeStringField("session_id", session.id().toString());
            json.writeNumberField("heartbeat_seconds", heartbeat.toSeconds());
            json.writeStringField("epoch", session.epoch().toString());
        });
    }

    /** The answer to a ping. */
    public ByteBuffer pong() {
        return writer.bare(ServerFrameType.PONG, json -> {});
    }

    /** The acknowledgement of a message that the client gave an id. */
    public ByteBuffer ack(RoomAddress address, Outcome.Sent sent) {
        Message message = sent.message();
        return writer.frame(ServerFrameType.MESSAGE_ACK, json -> {
            FrameWriter.text(
                    json, "client_message_id", message.clientMessageId().map(Object::toString));
            json.writeStringField("id", message.id().toString());
            FrameWriter.chat(json, address);
            json.writeNumberField("position", message.position().value());
            json.writeNumberField("revision", message.revision().value());
            FrameWriter.time(json, "created_at", message.createdAt());
            json.writeBooleanField("duplicate", sent.duplicate());
        });
    }

    /** That the connection ends and the client is to connect anew, after a while that differs between clients. */
    public ByteBuffer reconnect(Duration after) {
        return writer.frame(ServerFrameType.RECONNECT, json -> json.writeNumberField("after_ms", after.toMillis()));
    }

    /** That a request was refused, and why. */
    public ByteBuffer error(ClientFrame.Request request, ChatException refusal, Locale language) {
        return error(request, refusal.code(), text(refusal, language), retryAfter(refusal));
    }

    /** That a request failed by a fault of ours. */
    public ByteBuffer internalError(ClientFrame.Request request, Locale language) {
        return error(request, ErrorCode.INTERNAL, ErrorTexts.of(ErrorCode.INTERNAL, language), Optional.empty());
    }

    private ByteBuffer error(ClientFrame.Request request, ErrorCode code, String text, Optional<Duration> retryAfter) {
        return writer.frame(ServerFrameType.ERROR, json -> {
            json.writeStringField("message", text);
            json.writeNumberField("code", code.number());
            json.writeStringField("error", code.code());
            FrameWriter.text(json, "request_type", request.type());
            if (request.clientMessageId().isPresent()) {
                json.writeStringField(
                        "client_message_id", request.clientMessageId().get());
            }
            if (request.chat().isPresent()) {
                FrameWriter.chat(json, request.chat().get());
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
