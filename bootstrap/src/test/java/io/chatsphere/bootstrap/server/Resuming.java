package io.chatsphere.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.room.RoomAddress;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Asks on a live connection for what was missed. */
final class Resuming implements WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEADLINE_SECONDS = 20;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    /** The changes of the chat behind a cursor, as frames without their times. */
    List<JsonNode> changes(WebSocket socket, Epoch epoch, RoomAddress chat, long cursor) throws Exception {
        ChatView view = ChatView.of(chat);
        String room = "{\"chat_type\":\"%s\",\"chat_id\":\"%s\",\"revision\":%d}"
                .formatted(view.chatType(), view.chatId(), cursor);
        socket.sendText("{\"type\":\"resume\",\"data\":{\"epoch\":\"" + epoch + "\",\"rooms\":[" + room + "]}}", true)
                .join();
        List<JsonNode> changes = new ArrayList<>();
        JsonNode frame = next();
        while (!frame.get("type").asText().equals("resumed")) {
            if (frame.path("data").has("prev")) {
                ObjectNode change = JSON.createObjectNode();
                change.set("type", frame.get("type"));
                change.set("data", frame.get("data"));
                changes.add(change);
            }
            frame = next();
        }
        return changes;
    }

    private JsonNode next() throws Exception {
        String text = frames.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertThat(text).as("a frame in time").isNotNull();
        return JSON.readTree(text);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            frames.add(part.toString());
            part.setLength(0);
        }
        socket.request(1);
        return null;
    }
}
