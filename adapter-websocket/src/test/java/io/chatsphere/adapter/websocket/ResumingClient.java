package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.domain.room.RoomAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A client that keeps the rules of the document: it has a cursor for each chat, drops what it knows, never applies what does
 * not fit, and asks for what it missed. One thread at a time uses it.
 */
final class ResumingClient implements AutoCloseable {
    private final Supplier<WsClient> connect;
    private final Map<ChatView, Long> cursors = new HashMap<>();
    private final Map<ChatView, List<JsonNode>> taken = new HashMap<>();
    private final Set<ChatView> live = new HashSet<>();
    private Optional<WsClient> connection = Optional.empty();
    private Optional<String> epoch = Optional.empty();
    private int known;
    private int gaps;

    ResumingClient(Supplier<WsClient> connect) {
        this.connect = connect;
    }

    /** Knows the chat up to here, as from the list of conversations. */
    ResumingClient knowing(RoomAddress chat, long revision) {
        cursors.put(ChatView.of(chat), revision);
        return this;
    }

    /** Connects and asks for what was missed of each chat that it knows. */
    ResumingClient connect() {
        WsClient opened = connect.get();
        return resumeOn(opened, opened.all().getFirst().at("/data/epoch").asText());
    }

    /** Asks without having read a word; the epoch is known from elsewhere. */
    ResumingClient connectUnread(String present) {
        return resumeOn(connect.get(), present);
    }

    private ResumingClient resumeOn(WsClient opened, String present) {
        connection = Optional.of(opened);
        live.clear();
        if (!cursors.isEmpty()) {
            resume(epoch.orElse(present), List.copyOf(cursors.keySet()));
        }
        epoch = Optional.of(present);
        return this;
    }

    /** Is away from now on; what has come and was not looked at is lost. */
    void leave() {
        connection.orElseThrow().close();
        connection = Optional.empty();
    }

    WsClient connection() {
        return connection.orElseThrow();
    }

    long cursor(RoomAddress chat) {
        return cursors.get(ChatView.of(chat));
    }

    /** Frames that told what it knew already. */
    int known() {
        return known;
    }

    /** Frames that it could not apply. */
    int gaps() {
        return gaps;
    }

    /** The changes of a chat that it applied, in order. */
    List<JsonNode> taken(RoomAddress chat) {
        return taken.getOrDefault(ChatView.of(chat), List.of());
    }

    /** The types of these, in order. */
    List<String> types(RoomAddress chat) {
        return taken(chat).stream().map(frame -> frame.path("type").asText()).toList();
    }

    /** Asks for what was missed of these chats behind their cursors. */
    void resume(String ofEpoch, List<ChatView> chats) {
        List<String> rooms = new ArrayList<>();
        for (ChatView chat : chats) {
            rooms.add("{\"chat_type\":\"%s\",\"chat_id\":\"%s\",\"revision\":%d}"
                    .formatted(chat.chatType(), chat.chatId(), cursors.get(chat)));
        }
        connection().send("resume", "{\"epoch\":\"" + ofEpoch + "\",\"rooms\":[" + String.join(",", rooms) + "]}");
    }

    /** Takes frames until the chat is live and told all. */
    ResumingClient untilLive(RoomAddress chat) {
        while (!live.contains(ChatView.of(chat))) {
            take(connection().next());
        }
        return this;
    }

    /** Takes frames until this change of the chat was applied. */
    ResumingClient untilCursor(RoomAddress chat, long revision) {
        while (cursors.getOrDefault(ChatView.of(chat), 0L) < revision) {
            take(connection().next());
        }
        return this;
    }

    /** Takes frames until one of this type. */
    ResumingClient until(String type) {
        JsonNode frame;
        do {
            frame = connection().next();
            take(frame);
        } while (!frame.path("type").asText().equals(type));
        return this;
    }

    private void take(JsonNode frame) {
        JsonNode data = frame.path("data");
        ChatView chat = new ChatView(
                data.path("chat_type").asText(), data.path("chat_id").asText());
        if (data.has("prev")) {
            change(
                    chat,
                    frame,
                    data.path("revision").asLong(),
                    data.path("prev").asLong());
        } else if (frame.path("type").asText().equals("resumed")) {
            resumed(chat, data);
        } else if (frame.path("type").asText().equals("room_removed")) {
            cursors.remove(chat);
        }
    }

    private void change(ChatView chat, JsonNode frame, long revision, long prev) {
        assertThat(prev).isLessThan(revision);
        long cursor = cursors.computeIfAbsent(chat, first -> prev);
        if (revision <= cursor) {
            known++;
        } else if (prev > cursor) {
            gaps++;
        } else {
            cursors.put(chat, revision);
            taken.computeIfAbsent(chat, first -> new ArrayList<>()).add(frame);
        }
    }

    private void resumed(ChatView chat, JsonNode data) {
        boolean complete = data.path("complete").asBoolean();
        if (!data.path("reset").asBoolean()) {
            assertThat(data.path("revision").asLong()).isEqualTo(cursors.get(chat));
        }
        cursors.put(chat, data.path("revision").asLong());
        if (complete) {
            live.add(chat);
        } else {
            resume(epoch.orElseThrow(), List.of(chat));
        }
    }

    @Override
    public void close() {
        connection.ifPresent(WsClient::close);
    }
}
