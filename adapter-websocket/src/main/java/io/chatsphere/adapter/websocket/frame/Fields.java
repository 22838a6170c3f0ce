package io.chatsphere.adapter.websocket.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.room.RoomAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of an object in a frame. A field that is {@code null} counts as absent, as does all of a missing object. What has
 * the wrong shape is refused as {@link ChatException.Invalid}.
 */
record Fields(JsonNode object) {
    private static final long GREATEST_NUMBER = 1L << 53;

    String required(String field) {
        return optional(field).orElseThrow(() -> missing(field));
    }

    Optional<String> optional(String field) {
        Optional<JsonNode> value = value(field);
        if (value.isPresent() && !value.get().isTextual()) {
            throw new ChatException.Invalid(ErrorCode.WRONG_TYPE, field);
        }
        return value.map(JsonNode::textValue);
    }

    boolean requiredFlag(String field) {
        JsonNode value = value(field).orElseThrow(() -> missing(field));
        if (!value.isBoolean()) {
            throw new ChatException.Invalid(ErrorCode.WRONG_TYPE, field);
        }
        return value.booleanValue();
    }

    Position requiredPosition(String field) {
        return position(field).orElseThrow(() -> missing(field));
    }

    Optional<Position> position(String field) {
        return number(field).map(Position::new);
    }

    Revision requiredRevision(String field) {
        return number(field).map(Revision::new).orElseThrow(() -> missing(field));
    }

    /** The objects of an array, at least one and at most so many. */
    List<Fields> objects(String field, int most) {
        JsonNode array = value(field).orElseThrow(() -> missing(field));
        if (!array.isArray()) {
            throw new ChatException.Invalid(ErrorCode.WRONG_TYPE, field);
        }
        if (array.isEmpty() || array.size() > most) {
            throw new ChatException.Invalid(ErrorCode.OUT_OF_RANGE, field, 1L, (long) most);
        }
        List<Fields> objects = new ArrayList<>(array.size());
        for (JsonNode each : array) {
            if (!each.isObject()) {
                throw new ChatException.Invalid(ErrorCode.WRONG_TYPE, field);
            }
            objects.add(new Fields(each));
        }
        return objects;
    }

    private Optional<Long> number(String field) {
        Optional<JsonNode> value = value(field);
        if (value.isPresent() && !value.get().isIntegralNumber()) {
            throw new ChatException.Invalid(ErrorCode.WRONG_TYPE, field);
        }
        return value.map(number -> {
            if (!number.canConvertToLong() || number.longValue() < 0 || number.longValue() > GREATEST_NUMBER) {
                throw new ChatException.Invalid(ErrorCode.OUT_OF_RANGE, field, 0L, GREATEST_NUMBER);
            }
            return number.longValue();
        });
    }

    MessageId messageId(String field) {
        return MessageId.parse(required(field), field);
    }

    RoomAddress chat() {
        return new ChatView(required("chat_type"), required("chat_id")).address();
    }

    private Optional<JsonNode> value(String field) {
        if (!object.isObject() && !object.isMissingNode() && !object.isNull()) {
            throw new ChatException.Invalid(ErrorCode.WRONG_TYPE, "data");
        }
        JsonNode value = object.path(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private static ChatException.Invalid missing(String field) {
        return new ChatException.Invalid(ErrorCode.MISSING_FIELD, field);
    }
}
