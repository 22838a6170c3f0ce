package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatsphere.adapter.http.web.Access;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API document and the server say the same. */
class ApiDocumentTest {
    private static final ApiDocument DOCUMENT = ApiDocument.INSTANCE;
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "options");

    private static Server server;

    @BeforeAll
    static void start() {
        server = new Server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_route_is_described_and_everything_described_is_a_route() {
        Set<String> routes = new TreeSet<>();
        endpoints().forEach(endpoint -> routes.add(endpoint.method + " " + endpoint.path));

        assertThat(operations().keySet()).containsExactlyElementsOf(routes);
    }

    @Test
    void exactly_the_operations_without_security_are_open_to_everybody() {
        for (Endpoint endpoint : endpoints()) {
            JsonNode operation = operations().get(endpoint.method + " " + endpoint.path);
            boolean open =
                    operation.has("security") && operation.get("security").isEmpty();
            Access declared = access(endpoint);

            assertThat(declared != Access.SIGNED_IN).as(endpoint.path).isEqualTo(open);
            assertThat(open || operation.at("/responses/401").isObject())
                    .as(endpoint.path)
                    .isTrue();
        }
    }

    @Test
    void exactly_the_operations_that_are_counted_may_be_too_many() {
        for (Endpoint endpoint : endpoints()) {
            JsonNode operation = operations().get(endpoint.method + " " + endpoint.path);

            assertThat(operation.at("/responses/429").isObject())
                    .as(endpoint.path)
                    .isEqualTo(access(endpoint) != Access.UNCOUNTED);
        }
    }

    private static Access access(Endpoint endpoint) {
        Roles roles = endpoint.metadata(Roles.class);
        assertThat(roles.getRoles()).as(endpoint.path).hasSize(1);
        return (Access) roles.getRoles().iterator().next();
    }

    @Test
    void an_alias_is_described_like_its_original() {
        operations().forEach((name, operation) -> {
            if (operation.has("x-alias-of")) {
                String original = name.substring(0, name.indexOf(' ') + 1)
                        + operation.get("x-alias-of").asText();
                assertThat(withoutName(operation))
                        .as(name)
                        .isEqualTo(withoutName(operations().get(original)));
            }
        });
    }

    @Test
    void every_operation_has_an_id_of_its_own() {
        List<String> ids = new ArrayList<>();
        operations()
                .values()
                .forEach(operation -> ids.add(operation.path("operationId").asText()));

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-zA-Z]+"));
    }

    @Test
    void every_reference_leads_somewhere_and_nothing_is_described_in_vain() {
        Set<String> used = new HashSet<>(DOCUMENT.root().findValuesAsText("$ref"));
        Set<String> there = new HashSet<>();
        DOCUMENT.root().get("components").properties().forEach(group -> {
            if (!group.getKey().equals("securitySchemes")) {
                group.getValue()
                        .fieldNames()
                        .forEachRemaining(name -> there.add("#/components/" + group.getKey() + "/" + name));
            }
        });

        assertThat(used).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void every_example_fits_its_schema() {
        for (String group : List.of("responses", "requestBodies")) {
            for (JsonNode described : DOCUMENT.root().at("/components/" + group)) {
                JsonNode content = described.at("/content/application~1json");
                content.path("examples")
                        .forEach(example -> DOCUMENT.checkSchema(
                                content.at("/schema/$ref").asText(),
                                example.get("value").toString()));
            }
        }
    }

    @Test
    void the_server_hands_out_the_document() {
        Answer answer = server.get("/openapi.json").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(DOCUMENT.root());
        assertThat(answer.text("/openapi")).startsWith("3.1");
    }

    private static List<Endpoint> endpoints() {
        return server.routes().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod() && !endpoint.method.equals(HandlerType.HEAD))
                .toList();
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        DOCUMENT.root()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    assertThat(METHODS).contains(operation.getKey());
                    operations.put(
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue());
                }));
        return operations;
    }

    private static ObjectNode withoutName(JsonNode operation) {
        ObjectNode rest = operation.deepCopy();
        rest.remove(List.of("operationId", "x-alias-of"));
        return rest;
    }
}
