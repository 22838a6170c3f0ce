package io.chatsphere.adapter.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The description of the live connections, read strictly: an object may have no field that is not described. Thread-safe. */
final class SocketDocument {
    static final SocketDocument INSTANCE = new SocketDocument();

    private static final String HOME = "https://chatsphere.example/asyncapi";

    private final JsonNode document = read();
    private final Map<String, Schema> toClient = new TreeMap<>();
    private final Map<String, Schema> fromClient = new TreeMap<>();

    private SocketDocument() {
        JsonNode strict = document.deepCopy();
        close(strict.path("components"));
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemas(Map.of(HOME, strict.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        messages("toClient").forEach(key -> add(toClient, schemas, key));
        messages("fromClient").forEach(key -> add(fromClient, schemas, key));
    }

    private void add(Map<String, Schema> byType, SchemaRegistry schemas, String key) {
        String reference = HOME + "#/components/messages/" + key + "/payload";
        byType.put(message(key).path("name").asText(), schemas.getSchema(SchemaLocation.of(reference)));
    }

    JsonNode root() {
        return document;
    }

    /** The types of frames to clients. */
    List<String> typesToClient() {
        return List.copyOf(toClient.keySet());
    }

    /** The types of frames from clients. */
    List<String> typesFromClient() {
        return List.copyOf(fromClient.keySet());
    }

    /** The names of the messages of an operation among the components. */
    List<String> messages(String operation) {
        List<String> keys = new ArrayList<>();
        for (JsonNode reference : document.at("/operations/" + operation + "/messages")) {
            keys.add(last(resolve(reference).path("$ref").asText()));
        }
        return keys;
    }

    JsonNode message(String key) {
        return document.at("/components/messages/" + key);
    }

    /** The node that the reference leads to. */
    JsonNode resolve(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    /** What is wrong with a frame to a client. */
    Optional<String> violation(JsonNode frame) {
        return violation(toClient, frame);
    }

    /** What is wrong with a frame from a client. */
    Optional<String> violationFromClient(JsonNode frame) {
        return violation(fromClient, frame);
    }

    private static Optional<String> violation(Map<String, Schema> byType, JsonNode frame) {
        Schema schema = byType.get(frame.path("type").asText());
        if (schema == null) {
            return Optional.of("not described: " + frame);
        }
        List<Error> errors = schema.validate(frame.toString(), InputFormat.JSON);
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors + " in " + frame);
    }

    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(SocketDocument::close);
    }

    private static JsonNode read() {
        try (InputStream in = WebSocketApi.class.getResourceAsStream("/asyncapi.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
