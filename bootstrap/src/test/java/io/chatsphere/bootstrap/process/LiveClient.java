package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A client that is connected and remembers what it heard. Frames are handed over in the order in which they come, one at a
 * time; whoever takes them must not wait for the connection.
 */
public final class LiveClient implements AutoCloseable {
    private final Consumer<JsonNode> onFrame;
    private final Set<String> types = ConcurrentHashMap.newKeySet();
    private final List<String> messages = new ArrayList<>();
    private final LiveConnection connection;

    private LiveClient(URI uri, Consumer<JsonNode> onFrame) {
        this.onFrame = onFrame;
        this.connection = LiveConnection.open(uri, this::receive);
    }

    /** Connects and waits until the server has said that it is. */
    static LiveClient connect(URI uri, Consumer<JsonNode> onFrame) {
        LiveClient client = new LiveClient(uri, onFrame);
        Patience.await().until(() -> client.closeCode() != 0 || client.hasHeard("connection_established"));
        assertThat(client.closeCode()).as("connected").isZero();
        return client;
    }

    /** Sends a message to the room general; what becomes of it is told by frames. */
    public void say(String clientMessageId, String content) {
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
    public void send(String type, Map<String, ?> data) {
        connection.send(type, data);
    }

    /** Sends whatever it is. */
    public void sendText(String text) {
        connection.sendText(text);
    }

    /** Whether a frame of this type has come. */
    public boolean hasHeard(String type) {
        return types.contains(type);
    }

    /** The ids of all messages so far, in the order of their arrival. No more is kept: a busy room says much. */
    public List<String> messages() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }

    /** How the server closed the connection; 0 while it has not, -1 when it was lost. */
    public int closeCode() {
        return connection.closeCode();
    }

    @Override
    public void close() {
        connection.close();
    }

    private void receive(JsonNode frame) {
        String type = frame.get("type").asText();
        types.add(type);
        if (type.equals("message")) {
            synchronized (messages) {
                messages.add(frame.at("/data/id").asText());
            }
        }
        onFrame.accept(frame);
    }
}
