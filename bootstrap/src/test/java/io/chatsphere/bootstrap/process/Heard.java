package io.chatsphere.bootstrap.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Everything that a live connection heard, in order. */
public final class Heard implements Consumer<JsonNode> {
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();

    @Override
    public void accept(JsonNode frame) {
        frames.add(frame);
    }

    /** The types of all frames so far. */
    public List<String> types() {
        return frames.stream().map(frame -> frame.get("type").asText()).toList();
    }

    /** The data of all frames of this type so far. */
    public List<JsonNode> all(String type) {
        return frames.stream()
                .filter(frame -> frame.get("type").asText().equals(type))
                .map(frame -> frame.path("data"))
                .toList();
    }

    /** Waits for a frame of this type whose data are such, and gives its data. */
    public JsonNode await(String type, Predicate<JsonNode> such) {
        Patience.await()
                .alias("a " + type + " such as wanted")
                .until(() -> all(type).stream().anyMatch(such));
        return all(type).stream().filter(such).findFirst().orElseThrow();
    }

    /** Waits for a frame of this type and gives its data. */
    public JsonNode await(String type) {
        return await(type, any -> true);
    }

    /** Waits for a message with this content. */
    public JsonNode message(String content) {
        return await("message", data -> data.get("content").asText().equals(content));
    }
}
