package io.chatsphere.bootstrap.load.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.load.audit.StoredRoom;
import io.chatsphere.bootstrap.load.wire.Fingerprint;
import io.chatsphere.bootstrap.load.wire.LoadException;
import io.chatsphere.bootstrap.load.wire.MessageText;
import io.chatsphere.bootstrap.load.wire.Rest;
import io.chatsphere.bootstrap.load.wire.User;
import java.util.List;
import java.util.Optional;

/** Reads whole histories by REST, a page at a time. */
public final class History {
    private static final int PAGE = 100;

    private final Rest rest;
    private final MessageText texts;
    private final Placed placed;

    /** Whether a message was sent to this room by this author. */
    public interface Placed {
        boolean test(int number, String room, String author);
    }

    public History(Rest rest, MessageText texts, Placed placed) {
        this.rest = rest;
        this.texts = texts;
        this.placed = placed;
    }

    /**
     * Reads a room from its first message to its last.
     *
     * @param readers who ask in turn, so that none of them asks too often
     */
    public void read(StoredRoom room, List<User> readers) {
        for (int page = 0; ; page++) {
            int before = room.head();
            String path = "/api/v1/messages/room/" + room.name() + "?limit=" + PAGE + "&after=" + before;
            String token = readers.get(page % readers.size()).token();
            JsonNode messages = rest.get(path, Optional.of(token))
                    .expect("to show the history of " + room.name(), 200)
                    .path("messages");
            messages.forEach(message -> take(room, message));
            if (messages.size() < PAGE) {
                return;
            }
            if (room.head() <= before) {
                throw new LoadException("The history of " + room.name() + " has no end behind position " + before);
            }
        }
    }

    private void take(StoredRoom room, JsonNode message) {
        int number = texts.number(message.path("client_message_id").asText(""));
        String author = message.path("from_user_id").asText();
        boolean intact = number == texts.numberOf(message.path("content").asText());
        StoredRoom.Message stored = new StoredRoom.Message(
                message.path("position").asLong(),
                Fingerprint.of(message.path("id").asText()),
                number,
                intact,
                author);
        room.take(stored, number < 0 || placed.test(number, room.name(), author));
    }
}
