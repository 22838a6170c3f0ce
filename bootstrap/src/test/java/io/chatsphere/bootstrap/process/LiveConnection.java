package io.chatsphere.bootstrap.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A live connection as a client has it, from its first attempt to its end. Frames are handed over in the order in which they
 * come, one at a time; whoever takes them must not wait for the connection. Thread-safe.
 */
public final class LiveConnection implements WebSocket.Listener, AutoCloseable {
    /** The connection was lost, was given up or never came to be. */
    public static final int LOST = -1;

    private final Consumer<JsonNode> onFrame;
    private final StringBuilder part = new StringBuilder();
    private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
    private CompletableFuture<WebSocket> socket = opened;

    private LiveConnection(Consumer<JsonNode> onFrame) {
        this.onFrame = onFrame;
    }

    /** Begins to connect and returns at once. */
    public static LiveConnection open(URI uri, Consumer<JsonNode> onFrame) {
        LiveConnection connection = new LiveConnection(onFrame);
        // Completes only when the frames that came with the answer have been handled; onOpen is sooner.
        Person.HTTP.newWebSocketBuilder().buildAsync(uri, connection).exceptionally(refused -> {
            connection.end(LOST);
            throw new CompletionException(refused);
        });
        return connection;
    }

    /** Whether the server has said, within this time, that it is connected. */
    public boolean isGreetedWithin(Duration deadline) {
        return greeted.copy()
                .completeOnTimeout(false, deadline.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Whether it ended within this time, on either side. */
    public boolean isClosedWithin(Duration deadline) {
        return closed.copy()
                .handle((code, failure) -> true)
                .completeOnTimeout(false, deadline.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** How the server closed the connection; 0 while it has not, {@link #LOST} when it was lost. */
    public int closeCode() {
        return closed.getNow(0);
    }

    /** Sends a frame; after the end of the connection nothing happens. */
    public void send(String type, Map<String, ?> data) {
        sendText(Person.JSON.valueToTree(Map.of("type", type, "data", data)).toString());
    }

    /** Sends whatever it is. */
    public synchronized void sendText(String text) {
        // One after the other; once the connection is lost the rest fails too, which is no concern of the sender.
        socket = socket.thenCompose(open -> open.sendText(text, true));
    }

    @Override
    public void onOpen(WebSocket open) {
        opened.complete(open);
        if (closed.isDone()) {
            open.abort();
        }
        open.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket open, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            JsonNode frame = parse(part.toString());
            part.setLength(0);
            onFrame.accept(frame);
            if (frame.get("type").asText().equals("connection_established")) {
                greeted.complete(true);
            }
        }
        open.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket open, int statusCode, String reason) {
        end(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket open, Throwable error) {
        end(LOST);
    }

    /** Drops the connection without a word. */
    @Override
    public void close() {
        end(LOST);
        // One that opens only now sees that it is not wanted any more.
        if (opened.isDone()) {
            opened.join().abort();
        }
    }

    private void end(int code) {
        closed.complete(code);
        greeted.complete(false);
    }

    private static JsonNode parse(String text) {
        try {
            return Person.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
