package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatsphere.adapter.websocket.frame.ClientFrame;
import io.chatsphere.adapter.websocket.frame.ClientFrameType;
import io.chatsphere.adapter.websocket.frame.FrameCodec;
import io.chatsphere.adapter.websocket.frame.ServerFrameType;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The document and the server say the same. */
class SocketDocumentTest {
    private static final SocketDocument DOCUMENT = SocketDocument.INSTANCE;
    /** Sent by the library, not by us. */
    private static final Set<Integer> CODES_OF_THE_PROTOCOL = Set.of(1000, 1002, 1007);

    @Test
    void every_frame_of_clients_is_described_and_everything_described_is_understood() {
        assertThat(DOCUMENT.typesFromClient())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ClientFrameType.values())
                        .map(ClientFrameType::spelling)
                        .toList());
    }

    @Test
    void every_frame_to_clients_is_described_and_everything_described_is_sent() {
        assertThat(DOCUMENT.typesToClient())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ServerFrameType.values())
                        .map(ServerFrameType::spelling)
                        .toList());
    }

    @Test
    void every_close_code_is_described_and_says_whether_to_connect_again() {
        Set<Integer> codes = new HashSet<>(CODES_OF_THE_PROTOCOL);
        Arrays.stream(CloseReason.values()).map(CloseReason::code).forEach(codes::add);
        List<Integer> described = new ArrayList<>();
        for (JsonNode code : DOCUMENT.root().at("/channels/live/x-close-codes")) {
            described.add(code.path("code").asInt());
            assertThat(code.path("meaning").asText()).isNotEmpty();
            assertThat(code.path("reconnect").asText()).isNotEmpty();
        }
        assertThat(described).isSorted().containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void every_example_fits_its_schema_and_is_understood() throws Exception {
        FrameCodec codec = new FrameCodec();
        for (String key : DOCUMENT.messages("fromClient")) {
            assertThat(DOCUMENT.message(key).path("examples")).as(key).isNotEmpty();
            for (JsonNode example : DOCUMENT.message(key).path("examples")) {
                JsonNode payload = example.path("payload");
                assertThat(DOCUMENT.violationFromClient(payload)).isEmpty();
                String text = new ObjectMapper().writeValueAsString(payload);
                assertThat(codec.decode(text).command()).as(text).isNotInstanceOf(ClientFrame.Broken.class);
            }
        }
    }

    @Test
    void every_message_of_the_channel_belongs_to_exactly_one_operation() {
        List<String> ofChannel = new ArrayList<>();
        DOCUMENT.root().at("/channels/live/messages").properties().forEach(entry -> {
            ofChannel.add(entry.getKey());
            assertThat(entry.getValue().path("$ref").asText()).isEqualTo("#/components/messages/" + entry.getKey());
        });
        List<String> ofOperations = new ArrayList<>(DOCUMENT.messages("fromClient"));
        ofOperations.addAll(DOCUMENT.messages("toClient"));
        assertThat(ofOperations).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ofChannel);
    }

    @Test
    void every_reference_leads_somewhere_and_nothing_is_described_in_vain() {
        List<String> references = DOCUMENT.root().findValuesAsText("$ref");
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                DOCUMENT.root().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        DOCUMENT.root()
                .at("/components/schemas")
                .fieldNames()
                .forEachRemaining(name -> assertThat(references).contains("#/components/schemas/" + name));
    }

    @Test
    void it_has_the_shape_of_asyncapi_3() {
        JsonNode root = DOCUMENT.root();
        assertThat(root.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(names(root))
                .isSubsetOf("asyncapi", "info", "defaultContentType", "channels", "operations", "components");
        assertThat(names(root.path("info"))).contains("title", "version");
        assertThat(names(root.at("/channels/live")))
                .isSubsetOf("title", "address", "description", "messages", "bindings", "x-close-codes");
        assertThat(names(root.path("components"))).isSubsetOf("messages", "schemas");
        root.path("operations").forEach(operation -> {
            assertThat(names(operation))
                    .contains("action", "channel", "messages")
                    .isSubsetOf("action", "channel", "messages", "title");
            assertThat(operation.path("action").asText()).isIn("send", "receive");
        });
        root.at("/components/messages")
                .forEach(message -> assertThat(names(message))
                        .contains("name", "title", "payload")
                        .isSubsetOf("name", "title", "summary", "payload", "examples"));
    }

    @Test
    void the_server_hands_it_out() throws Exception {
        try (ChatServer server = ChatServer.start()) {
            HttpResponse<String> answer = server.get("/asyncapi.json");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/json");
            assertThat(new ObjectMapper().readTree(answer.body())).isEqualTo(DOCUMENT.root());
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
