package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Somebody with an account, speaking REST. */
record Person(URI server, String name, String token) {
    static final ObjectMapper JSON = new ObjectMapper();
    static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final int PAGE = 100;

    /** Registers. */
    static Person register(URI server, String name) {
        Map<String, String> body = Map.of(
                "email",
                name + "@example.org",
                "username",
                name,
                "display_name",
                name,
                "password",
                "secret of " + name);
        JsonNode answer = send(
                HttpRequest.newBuilder(server.resolve("/api/v1/auth/register"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString())),
                201);
        return new Person(server, name, answer.at("/data/access_token").asText());
    }

    /** Asks without an account. */
    static JsonNode get(URI server, String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)), 200);
    }

    /** The same person at a server that was started anew. */
    Person at(URI newServer) {
        return new Person(newServer, name, token);
    }

    /** Goes live. */
    LiveClient connect(Consumer<JsonNode> onFrame) {
        return LiveClient.connect(URI.create("ws" + server.toString().substring(4) + "/ws?token=" + token), onFrame);
    }

    /** All messages of a public room, oldest first. */
    List<JsonNode> history(String room) {
        List<JsonNode> messages = new ArrayList<>();
        for (long after = 0; ; after = messages.getLast().get("position").asLong()) {
            JsonNode page = send(
                    HttpRequest.newBuilder(server.resolve(
                                    "/api/v1/messages/room/" + room + "?limit=" + PAGE + "&after=" + after))
                            .header("Authorization", "Bearer " + token),
                    200);
            page.get("messages").forEach(messages::add);
            if (page.get("messages").size() < PAGE) {
                return messages;
            }
        }
    }

    private static JsonNode send(HttpRequest.Builder request, int status) {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.timeout(Patience.LIMIT).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
