package io.chatsphere.bootstrap.process.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.UUID;

/**
 * A change of a room as a client was told of it.
 *
 * @param row the message or the member that it is of, {@link #ROOM} or {@link #WITHHELD}
 * @param content what it says now, as a hash: of a message's content, a member's role, a room's name; 0 if that is gone
 */
public record Step(long prev, long revision, UUID row, int content) {
    /** Stands for the room itself. */
    public static final UUID ROOM = new UUID(0, 0);

    static final UUID WITHHELD = new UUID(0, 1);

    private static final Set<String> TYPES = Set.of(
            "message", "message_updated", "message_deleted", "member_joined", "member_left", "room_updated", "advance");

    /** Whether frames of this type tell of changes. */
    static boolean isToldBy(String type) {
        return TYPES.contains(type);
    }

    static Step of(String type, JsonNode data) {
        long prev = data.get("prev").asLong();
        long revision = data.get("revision").asLong();
        return switch (type) {
            case "message", "message_updated" -> new Step(prev, revision, id(data, "/id"), hash(data, "content"));
            case "message_deleted" -> new Step(prev, revision, id(data, "/id"), 0);
            case "member_joined" -> new Step(prev, revision, id(data, "/user/id"), hash(data, "role"));
            case "member_left" -> new Step(prev, revision, id(data, "/user/id"), 0);
            case "room_updated" -> new Step(prev, revision, ROOM, hash(data, "name"));
            default -> new Step(prev, revision, WITHHELD, 0);
        };
    }

    private static UUID id(JsonNode data, String pointer) {
        return UUID.fromString(data.at(pointer).asText());
    }

    private static int hash(JsonNode data, String field) {
        return data.get(field).asText().hashCode();
    }
}
