package io.chatsphere.adapter.http.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.chatsphere.application.conversation.ConversationView;
import io.chatsphere.application.delivery.view.ChangeView;
import io.chatsphere.application.message.MessageView;
import io.chatsphere.application.room.RoomView;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * JSON as it is on the wire: snake case, {@code null} for what is empty, times in UTC with milliseconds. Reading is strict:
 * nothing unknown, nothing twice, nothing behind the end, and no number where a text is wanted. Thread-safe.
 */
public final class Json {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_NAME = 200;
    private static final int MAX_NUMBER = 40;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final JsonMapper MAPPER = JsonMapper.builder(strictFactory())
            .addModule(new Jdk8Module())
            .addModule(new OurTypes())
            .addMixIn(ConversationView.class, WithoutAbsent.class)
            .addMixIn(ChangeView.Data.class, SideBySide.class)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    /** What a conversation is not about is left out rather than null. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private interface WithoutAbsent {}

    /** What a change is about and where it belongs are not told apart. */
    interface SideBySide {
        @JsonUnwrapped
        MessageView message();

        @JsonUnwrapped
        RoomView room();

        @JsonUnwrapped
        ChangeView.Place place();
    }

    private Json() {}

    /** Reads one value of {@code type}. */
    static <T> T read(String text, Class<T> type) throws JsonProcessingException {
        return MAPPER.readValue(text, type);
    }

    /** Reads the fields of a form as one value of {@code type}. */
    static <T> T read(Map<String, String> fields, Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(MAPPER.valueToTree(fields), type);
    }

    /** Writes a value as UTF-8. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that JSON cannot spell", e);
        }
    }

    /** A time as it is on the wire. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static JsonFactory strictFactory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNameLength(MAX_NAME)
                        .maxNumberLength(MAX_NUMBER)
                        .build())
                .build();
    }

    /** How types are spelled that Jackson does not know, or not as we mean them. */
    private static final class OurTypes extends SimpleModule {
        @Serial
        private static final long serialVersionUID = 1L;

        OurTypes() {
            addSerializer(Instant.class, new TimeSerializer());
        }

        @Override
        public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.addDeserializers(new OptionalReader.Finder());
        }
    }

    private static final class TimeSerializer extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(time(value));
        }
    }
}
