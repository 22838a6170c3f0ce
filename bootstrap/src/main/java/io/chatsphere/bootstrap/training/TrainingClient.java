package io.chatsphere.bootstrap.training;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uses a server as its first users do: registers, signs in, talks over both interfaces, reads. */
final class TrainingClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MESSAGES = 40;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final String NO_TOKEN = "";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    TrainingClient(URI server) {
        this.server = server;
    }

    /** @throws IllegalStateException if the server does not answer as it should */
    void use() {
        get("/health", NO_TOKEN);
        post("/api/v1/auth/register", """
                {"email": "anna@example.org", "username": "anna", "display_name": "Anna", "password": "correct horse"}
                """, NO_TOKEN);
        String token = token(post("/api/v1/auth/login", """
                {"email": "anna", "password": "correct horse"}
                """, NO_TOKEN));
        talk(token);
        post("/api/v1/messages/room/general", "{\"content\": \"Hello\"}", token);
        get("/api/v1/messages/room/general?limit=10", token);
        get("/api/v1/conversations", token);
    }

    /** Sends messages and waits until they have come back. */
    private void talk(String token) {
        Messages messages = new Messages();
        WebSocket socket = http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .connectTimeout(PATIENCE)
                .buildAsync(URI.create("ws" + server.toString().substring("http".length()) + "/ws"), messages)
                .join();
        for (int number = 1; number <= MESSAGES; number++) {
            socket.sendText("""
                    {"type": "send_message", "data": {"chat_type": "room", "chat_id": "general",
                     "content": "Hello", "client_message_id": "%d"}}""".formatted(number), true).join();
        }
        messages.await();
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    private void get(String path, String token) {
        answer(request(path, token).GET());
    }

    private String post(String path, String json, String token) {
        return answer(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
        return token.equals(NO_TOKEN) ? request : request.header("Authorization", "Bearer " + token);
    }

    private String answer(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            require(response.statusCode() / 100 == 2, request.uri() + " answered " + response.statusCode());
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String token(String answer) {
        Matcher token = TOKEN.matcher(answer);
        require(token.find(), "there is no token in the answer to a login");
        return token.group(1);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** Counts those that come back. */
    private static final class Messages implements WebSocket.Listener {
        private final CountDownLatch missing = new CountDownLatch(MESSAGES);
        private final StringBuilder frame = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            frame.append(part);
            if (last) {
                if (frame.indexOf("\"type\":\"message\"") >= 0) {
                    missing.countDown();
                }
                frame.setLength(0);
            }
            socket.request(1);
            return null;
        }

        void await() {
            try {
                require(
                        missing.await(PATIENCE.toSeconds(), TimeUnit.SECONDS),
                        missing.getCount() + " messages did not come back");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
