package io.chatsphere.adapter.websocket.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.application.user.UserSummaryView;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.user.UserSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Optional;

/** Writes the JSON of frames to clients straight into bytes: a type, data and the time. Thread-safe. */
final class FrameWriter {
    private static final int USUAL_SIZE = 1_024;
    /** Most frames are written by threads that live for a moment, so buffers are shared, not kept by thread. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    /** UTC with exactly three digits of a second's fraction. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final Clock clock;

    /** Writes fields into the object that is open. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    FrameWriter(Clock clock) {
        this.clock = clock;
    }

    /** A frame with {@code data}; the buffer is to be duplicated by whoever reads it. */
    ByteBuffer frame(ServerFrameType type, Content data) {
        return bare(type, json -> {
            json.writeObjectFieldStart("data");
            data.write(json);
            json.writeEndObject();
        });
    }

    /** A frame that is only its type and, before the time, {@code fields}. */
    ByteBuffer bare(ServerFrameType type, Content fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", type.spelling());
            fields.write(json);
            json.writeStringField("timestamp", TIME.format(clock.instant()));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.wrap(bytes.toByteArray()).asReadOnlyBuffer();
    }

    static void user(JsonGenerator json, String field, UserSummaryView user) throws IOException {
        json.writeFieldName(field);
        user(json, user);
    }

    static void users(JsonGenerator json, String field, List<UserSummary> users) throws IOException {
        json.writeArrayFieldStart(field);
        for (UserSummary user : users) {
            user(json, UserSummaryView.of(user));
        }
        json.writeEndArray();
    }

    private static void user(JsonGenerator json, UserSummaryView user) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", user.id());
        json.writeStringField("username", user.username());
        json.writeStringField("display_name", user.displayName());
        text(json, "avatar_url", user.avatarUrl());
        json.writeEndObject();
    }

    /** A chat, as its reader names it. */
    static void chat(JsonGenerator json, RoomAddress address) throws IOException {
        ChatView chat = ChatView.of(address);
        json.writeStringField("chat_type", chat.chatType());
        json.writeStringField("chat_id", chat.chatId());
    }

    static void text(JsonGenerator json, String field, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get());
        } else {
            json.writeNullField(field);
        }
    }

    static void time(JsonGenerator json, String field, Instant value) throws IOException {
        json.writeStringField(field, TIME.format(value));
    }

    static void time(JsonGenerator json, String field, Optional<Instant> value) throws IOException {
        text(json, field, value.map(TIME::format));
    }
}
