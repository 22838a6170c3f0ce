package io.chatsphere.adapter.websocket.frame;

import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.RoomAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * That a message is the latest of its conversation. In a busy room only the last of many is ever told, so the frame is made
 * when it is first asked for, and kept. Holds nothing else of the message. Thread-safe.
 */
public final class ConversationUpdate {
    private final FrameWriter writer;
    private final RoomAddress chat;
    private final MessageId message;
    private final Instant createdAt;
    private volatile Optional<ByteBuffer> frame = Optional.empty();

    ConversationUpdate(FrameWriter writer, Delivery delivery, Message message) {
        this.writer = writer;
        this.chat = delivery.room().addressFor(delivery.viewer());
        this.message = message.id();
        this.createdAt = message.createdAt();
    }

    /** Which conversation it is, as its reader names it. */
    public RoomAddress chat() {
        return chat;
    }

    /** The frame; to be duplicated by whoever reads it. */
    public ByteBuffer frame() {
        Optional<ByteBuffer> known = frame;
        if (known.isEmpty()) {
            known = Optional.of(encode());
            frame = known;
        }
        return known.get();
    }

    private ByteBuffer encode() {
        return writer.frame(ServerFrameType.CONVERSATION_UPDATED, json -> {
            FrameWriter.chat(json, chat);
            json.writeStringField("message_id", message.toString());
            FrameWriter.time(json, "timestamp", createdAt);
        });
    }
}
