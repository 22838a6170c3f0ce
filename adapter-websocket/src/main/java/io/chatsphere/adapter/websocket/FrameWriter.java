package io.chatsphere.adapter.websocket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.chatsphere.application.user.UserSummaryView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
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
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    FrameWriter(Clock clock) {
        this.clock = clock;
    }

    /** A frame with {@code data}; the buffer is to be duplicated by whoever reads it. */
    ByteBuffer frame(String type, Fields data) {
        return bare(type, json -> {
            json.writeObjectFieldStart("data");
            data.write(json);
            json.writeEndObject();
        });
    }

    /** A frame that is only its type and, before the time, {@code fields}. */
    ByteBuffer bare(String type, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            fields.write(json);
            json.writeStringField("timestamp", TIME.format(clock.instant()));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.wrap(bytes.toByteArray()).asReadOnlyBuffer();
    }

    static void user(JsonGenerator json, String field, UserSummaryView user) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("id", user.id());
        json.writeStringField("username", user.username());
        json.writeStringField("display_name", user.displayName());
        text(json, "avatar_url", user.avatarUrl());
        json.writeEndObject();
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
