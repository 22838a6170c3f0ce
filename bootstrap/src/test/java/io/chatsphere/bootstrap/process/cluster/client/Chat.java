package io.chatsphere.bootstrap.process.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A chat as one reader names it: a private one by the other's id. */
public record Chat(String type, String id) {
    /** The chat that a frame or a conversation is about. */
    public static Chat of(JsonNode data) {
        return new Chat(data.get("chat_type").asText(), data.get("chat_id").asText());
    }

    /** As it stands in paths of the REST interface. */
    public String path() {
        return type + "/" + id;
    }

    /** As it stands in frames. */
    public Map<String, String> fields() {
        return Map.of("chat_type", type, "chat_id", id);
    }

    Map<String, Object> with(String field, Object value) {
        return Map.of("chat_type", type, "chat_id", id, field, value);
    }

    @Override
    public String toString() {
        return path();
    }
}
