package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A live connection as a client has it. Frames are handed over in the order in which they come, one at a time; whoever takes
 * them must not wait for the connection.
 */
final class LiveClient implements WebSocket.Listener, AutoCloseable {
    private final Consumer<JsonNode> onFrame;
    private final StringBuilder part = new StringBuilder();
    private final Set<String> types = ConcurrentHashMap.newKeySet();
    private final List<String> messages = new ArrayList<>();
    private final AtomicInteger closeCode = new AtomicInteger();
    private CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private volatile WebSocket opened;

    private LiveClient(Consumer<JsonNode> onFrame) {
        this.onFrame = onFrame;
    }

    /** Connects and waits until the server has said that it is. */
    static LiveClient connect(URI uri, Consumer<JsonNode> onFrame) {
        LiveClient client = new LiveClient(onFrame);
        // Completes only when the frames that came with the answer have been handled; onOpen is sooner.
        CompletableFuture<WebSocket> opening = Person.HTTP.newWebSocketBuilder().buildAsync(uri, client);
        Patience.await().until(() -> opening.isCompletedExceptionally() || client.hasHeard("connection_established"));
        assertThat(opening.isCompletedExceptionally()).as("connection refused").isFalse();
        return client;
    }

    /** Sends a message to the room general; what becomes of it is told by frames. */
    void say(String clientMessageId, String content) {
        send(
                "send_message",
                Map.of(
                        "chat_type",
                        "room",
                        "chat_id",
                        "general",
                        "content",
                        content,
                        "client_message_id",
                        clientMessageId));
    }

    /** Sends a frame. */
    void send(String type, Map<String, ?> data) {
        sendText(Person.JSON.valueToTree(Map.of("type", type, "data", data)).toString());
    }

    /** Sends whatever it is. */
    synchronized void sendText(String text) {
        // One after the other; once the connection is lost the rest fails too, which is no concern of the sender.
        socket = socket.thenCompose(open -> open.sendText(text, true));
    }

    /** Whether a frame of this type has come. */
    boolean hasHeard(String type) {
        return types.contains(type);
    }

    /** The ids of all messages so far, in the order of their arrival. No more is kept: a busy room says much. */
    List<String> messages() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }

    /** How the server closed the connection; 0 while it has not, -1 when it was lost. */
    int closeCode() {
        return closeCode.get();
    }

    @Override
    public void onOpen(WebSocket open) {
        opened = open;
        socket.complete(open);
        open.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket open, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            JsonNode frame = parse(part.toString());
            part.setLength(0);
            keep(frame);
            onFrame.accept(frame);
        }
        open.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket open, int statusCode, String reason) {
        closeCode.set(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket open, Throwable error) {
        closeCode.set(-1);
    }

    @Override
    public void close() {
        opened.abort();
    }

    private void keep(JsonNode frame) {
        String type = frame.get("type").asText();
        types.add(type);
        if (type.equals("message")) {
            synchronized (messages) {
                messages.add(frame.at("/data/id").asText());
            }
        }
    }

    private static JsonNode parse(String text) {
        try {
            return Person.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
