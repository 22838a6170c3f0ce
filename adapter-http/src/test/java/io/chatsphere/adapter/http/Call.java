package io.chatsphere.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One request over a real socket; its answer is held against the API document. */
final class Call {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String method;
    private final String path;
    private final HttpRequest.Builder request;
    private BodyPublisher body = BodyPublishers.noBody();

    Call(String base, String method, String path) {
        this.method = method;
        this.path = path;
        this.request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    }

    Call token(String token) {
        return header("Authorization", "Bearer " + token);
    }

    Call header(String name, String value) {
        request.setHeader(name, value);
        return this;
    }

    Call json(String text) {
        return body("application/json", BodyPublishers.ofString(text));
    }

    Call form(String text) {
        return body("application/x-www-form-urlencoded", BodyPublishers.ofString(text));
    }

    Call body(String contentType, BodyPublisher publisher) {
        body = publisher;
        return header("Content-Type", contentType);
    }

    Answer send() {
        Answer answer = sendUndescribed();
        ApiDocument.INSTANCE.check(
                method, path.split("\\?", 2)[0], answer.status(), answer.body().toString());
        return answer;
    }

    /** Sends to an address that is not of our API. */
    Answer sendUndescribed() {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.method(method, body).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), body(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A page is one text. */
    private static JsonNode body(HttpResponse<String> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("text/html") ? TextNode.valueOf(response.body()) : MAPPER.readTree(response.body());
    }
}
