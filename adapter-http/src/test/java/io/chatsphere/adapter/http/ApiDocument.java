package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The API document, read strictly: an object may have no field that is not described. Thread-safe. */
final class ApiDocument {
    static final ApiDocument INSTANCE = new ApiDocument();

    private static final String HOME = "https://chatsphere.example/openapi";

    private final JsonNode document = read();
    private final SchemaRegistry schemas;

    private ApiDocument() {
        JsonNode strict = document.deepCopy();
        close(strict.at("/components/schemas"));
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(HOME, strict.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    JsonNode root() {
        return document;
    }

    /** Fails unless the answer is one that the operation describes; nothing is asked of unknown addresses and methods. */
    void check(String method, String path, int status, String body) {
        Optional<JsonNode> operation = operation(method, path);
        if (operation.isEmpty()) {
            assertThat(status).as("%s %s is not described", method, path).isIn(400, 404, 405);
            checkSchema("#/components/schemas/Error", body);
            return;
        }
        JsonNode response = operation.get().path("responses").path(Integer.toString(status));
        assertThat(response.isMissingNode())
                .as("%s %s: %d is not described: %s", method, path, status, body)
                .isFalse();
        if (!resolve(response).has("content")) {
            assertThat(body).as("%s %s: %d has no body", method, path, status).isEmpty();
            return;
        }
        if (resolve(response).path("content").has("application/json")) {
            checkSchema(
                    resolve(response)
                            .at("/content/application~1json/schema/$ref")
                            .asText(),
                    body);
        }
    }

    /** Fails unless the text fits the schema at this reference. */
    void checkSchema(String reference, String json) {
        assertThat(schemas.getSchema(SchemaLocation.of(HOME + reference)).validate(json, InputFormat.JSON))
                .as("%s against %s", json, reference)
                .isEmpty();
    }

    /** The node itself, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private Optional<JsonNode> operation(String method, String path) {
        return document.get("paths").properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[a-z_]+}", "[^/]+")))
                .map(entry -> entry.getValue().path(method.toLowerCase(java.util.Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiDocument::close);
    }

    private static JsonNode read() {
        try (InputStream in = HttpApi.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
