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
import java.util.Optional;
import java.util.function.Consumer;

/** Somebody with an account, speaking REST. */
public record Person(URI server, String name, String id, String token, String refreshToken) {
    public static final ObjectMapper JSON = new ObjectMapper();
    public static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final int PAGE = 100;

    /** What a server answered. */
    public record Reply(int status, JsonNode body) {
        public String error() {
            return body.path("error").asText();
        }
    }

    /** Registers. */
    public static Person register(URI server, String name) {
        Reply reply = call(server, "POST", "/api/v1/auth/register", Optional.empty(), registration(name));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return signedIn(server, name, reply);
    }

    public static Map<String, String> registration(String name) {
        return Map.of(
                "email", name + "@example.org", "username", name, "display_name", name, "password", password(name));
    }

    public static String password(String name) {
        return "secret of " + name;
    }

    /** Signs in again, as on another device. */
    public Person logIn() {
        Reply reply = call(
                server,
                "POST",
                "/api/v1/auth/login",
                Optional.empty(),
                Map.of("email", name, "password", password(name)));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return signedIn(server, name, reply);
    }

    private static Person signedIn(URI server, String name, Reply reply) {
        JsonNode data = reply.body().get("data");
        return new Person(
                server,
                name,
                data.at("/user/id").asText(),
                data.get("access_token").asText(),
                data.get("refresh_token").asText());
    }

    /** Asks for new tokens, whatever the answer. */
    public Reply refresh() {
        return call(
                server, "POST", "/api/v1/auth/token/refresh", Optional.empty(), Map.of("refresh_token", refreshToken));
    }

    /** How many messages of the conversation are unread. */
    public int unread(String chatId) {
        return conversation(chatId).get("unread_count").intValue();
    }

    /** Asks with the token, whatever the answer. */
    public Reply call(String method, String path) {
        return send(request(server, method, path, Optional.of(token), Optional.empty()));
    }

    /** Asks with the token and a body, whatever the answer. */
    public Reply call(String method, String path, Object body) {
        return call(server, method, path, Optional.of(token), body);
    }

    /** Reads what must be there. */
    public JsonNode get(String path) {
        Reply reply = call("GET", path);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    /** Sends a message by REST and gives it as stored. */
    public JsonNode say(String chat, String content) {
        Reply reply = call("POST", "/api/v1/messages/" + chat, Map.of("content", content));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.body();
    }

    /** The conversation with this chat id. */
    public JsonNode conversation(String chatId) {
        for (JsonNode one : get("/api/v1/conversations").get("conversations")) {
            if (one.get("chat_id").asText().equals(chatId)) {
                return one;
            }
        }
        throw new AssertionError(name + " has no conversation with " + chatId);
    }

    /** Asks with or without a token. */
    public static Reply call(URI server, String method, String path, Optional<String> token, Object body) {
        return send(request(server, method, path, token, Optional.of(body)));
    }

    private static HttpRequest.Builder request(
            URI server, String method, String path, Optional<String> token, Optional<Object> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        body.ifPresent(value -> request.header("Content-Type", "application/json"));
        return request.method(
                method,
                body.map(value ->
                                BodyPublishers.ofString(JSON.valueToTree(value).toString()))
                        .orElseGet(BodyPublishers::noBody));
    }

    /** Asks without an account. */
    public static JsonNode get(URI server, String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)), 200);
    }

    /** The same person at a server that was started anew. */
    public Person at(URI newServer) {
        return new Person(newServer, name, id, token, refreshToken);
    }

    /** Where a live connection is had, with the token. */
    public URI liveUri() {
        return URI.create("ws" + server.toString().substring(4) + "/ws?token=" + token);
    }

    /** Goes live. */
    public LiveClient connect(Consumer<JsonNode> onFrame) {
        return LiveClient.connect(liveUri(), onFrame);
    }

    /** All messages of a public room, oldest first. */
    public List<JsonNode> history(String room) {
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
        Reply reply = send(request);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        return reply.body();
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.timeout(Patience.LIMIT).build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()));
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
