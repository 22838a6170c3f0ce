package io.chatsphere.bootstrap.load.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Asks the nodes in turn. Waits as long as a server says that it must ({@code Retry-After}), and for up to a minute for one
 * that does not answer. Thread-safe; blocks.
 */
public final class Rest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_FIRST = Duration.ofSeconds(5);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(30);
    private static final long SECOND = 1_000;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http;
    private final List<URI> nodes;
    private final Consumer<String> waits;
    private final AtomicInteger next = new AtomicInteger();
    private final LongAdder limited = new LongAdder();

    /**
     * Over these nodes.
     *
     * @param waits is told, in a few words, why nothing goes on
     */
    public Rest(HttpClient http, List<URI> nodes, Consumer<String> waits) {
        this.http = http;
        this.nodes = List.copyOf(nodes);
        this.waits = waits;
    }

    /** How often the server said that it was too much. */
    public long limited() {
        return limited.sum();
    }

    /** Reads. */
    public Answer get(String path, Optional<String> token) {
        return call("GET", path, token, Optional.empty());
    }

    /** Sends a body, which may be asked for twice if the first answer is lost. */
    public Answer post(String path, Optional<String> token, Object body) {
        return call("POST", path, token, Optional.of(body));
    }

    /**
     * How each node says that it is, the last one's answer.
     *
     * @throws LoadException soon, if one of them does not answer
     */
    public JsonNode meet() {
        Answer health = new Answer(0, MissingNode.getInstance());
        for (int i = 0; i < nodes.size(); i++) {
            health = call("GET", "/health", Optional.empty(), Optional.empty(), AT_FIRST);
        }
        return health.expect("to tell how it is", 200);
    }

    /** Any request. */
    public Answer call(String method, String path, Optional<String> token, Optional<Object> body) {
        return call(method, path, token, body, PATIENCE);
    }

    private Answer call(String method, String path, Optional<String> token, Optional<Object> body, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            URI node = nodes.get(Math.floorMod(next.getAndIncrement(), nodes.size()));
            boolean isLast = System.nanoTime() - deadline > 0;
            try {
                HttpResponse<String> response =
                        http.send(request(node, method, path, token, body), BodyHandlers.ofString());
                if (response.statusCode() == TOO_MANY) {
                    limited.increment();
                    await("the server allows no more", retryAfter(response));
                } else if (response.statusCode() == UNAVAILABLE && !isLast) {
                    await("the server is not available", retryAfter(response));
                } else {
                    return new Answer(response.statusCode(), json(response.body()));
                }
            } catch (IOException e) {
                if (isLast) {
                    throw new LoadException("The server at " + node + " does not answer (" + reason(e) + ").", e);
                }
                await("no answer from " + node + " (" + reason(e) + ")", SECOND);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static LoadException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LoadException("The load test was interrupted.", e);
    }

    private static HttpRequest request(
            URI node, String method, String path, Optional<String> token, Optional<Object> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path)).timeout(ONE_ANSWER);
        request.header("Accept-Language", "en");
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        body.ifPresent(value -> request.header("Content-Type", "application/json"));
        return request.method(
                        method,
                        body.map(value -> BodyPublishers.ofString(
                                        JSON.valueToTree(value).toString()))
                                .orElseGet(BodyPublishers::noBody))
                .build();
    }

    /** Milliseconds. */
    private static long retryAfter(HttpResponse<?> response) {
        return response.headers()
                        .firstValue("Retry-After")
                        .filter(value -> value.matches("\\d{1,6}"))
                        .map(Long::parseLong)
                        .orElse(1L)
                * SECOND;
    }

    private void await(String reason, long millis) {
        waits.accept(reason + "; trying again in " + Math.ceilDiv(millis, SECOND) + " s");
        try {
            // Those who wait for the same do not come back in the same moment.
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(SECOND / 4));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static JsonNode json(String body) throws IOException {
        return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    }

    private static String reason(IOException failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
    }
}
