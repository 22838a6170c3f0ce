package io.chatsphere.bootstrap.load.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Frames to the server. */
public final class Frames {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOM = "room";
    private static final int ROOMS_OF_A_RESUME = 200;

    private Frames() {}

    /** A message; no character of these needs to be escaped. */
    public static String sendMessage(String room, String clientId, String text) {
        return "{\"type\":\"send_message\",\"data\":{\"chat_type\":\"room\",\"chat_id\":\"" + room
                + "\",\"client_message_id\":\"" + clientId + "\",\"content\":\"" + text + "\"}}";
    }

    /** Opens the view of a room, and so joins it. */
    public static String joinRoom(String room) {
        return frame("join_room", Map.of("room_id", room));
    }

    /** Goes on with another token. */
    public static String authenticate(String token) {
        return frame("authenticate", Map.of("token", token));
    }

    /**
     * Asks for what was missed, in as many frames as it takes.
     *
     * @param cursors of an epoch, by rooms
     */
    public static List<String> resume(String epoch, Map<String, Long> cursors) {
        List<Map<String, Object>> rooms = new ArrayList<>();
        cursors.forEach(
                (room, revision) -> rooms.add(Map.of("chat_type", ROOM, "chat_id", room, "revision", revision)));
        List<String> frames = new ArrayList<>();
        for (int from = 0; from < rooms.size(); from += ROOMS_OF_A_RESUME) {
            List<Map<String, Object>> some = rooms.subList(from, Math.min(rooms.size(), from + ROOMS_OF_A_RESUME));
            frames.add(frame("resume", Map.of("epoch", epoch, "rooms", some)));
        }
        return frames;
    }

    private static String frame(String type, Map<String, Object> data) {
        return JSON.valueToTree(Map.of("type", type, "data", data)).toString();
    }
}
