package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.id.UserId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The client of the JDK, which nobody here has written, finds nothing to complain about. */
class StandardClientTest {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    /** Notes whole messages and the close code. */
    private final class Notes implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                received.add(parts.toString());
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            received.add("closed " + code);
            return null;
        }
    }

    @Test
    void it_talks_and_says_goodbye() throws InterruptedException {
        try (ChatServer server = ChatServer.start();
                HttpClient http = HttpClient.newHttpClient()) {
            WebSocket socket = http.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + server.token(new UserId(UUID.randomUUID()), "anna"))
                    .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/ws"), new Notes())
                    .join();
            next("connection_established");
            String content = "你好".repeat(1_500);
            socket.sendText("{\"type\":\"send_message\",\"data\":{\"content\":\"" + content + "\"}}", true)
                    .join();
            assertThat(next("\"message\"")).contains(content);
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
            assertThat(next("closed")).isEqualTo("closed 1000");
        }
    }

    /** The next that holds this text. */
    private String next(String text) throws InterruptedException {
        while (true) {
            String one = received.poll(20, TimeUnit.SECONDS);
            assertThat(one).as("something with %s", text).isNotNull();
            if (one.contains(text)) {
                return one;
            }
        }
    }
}
