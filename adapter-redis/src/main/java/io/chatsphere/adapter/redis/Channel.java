package io.chatsphere.adapter.redis;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** What messages are published to and subscribed from. */
sealed interface Channel {
    /** Of a room. */
    record OfRoom(RoomId room) implements Channel {}

    /** Of a user. */
    record OfUser(UserId user) implements Channel {}

    /** Who comes and goes, of everybody. */
    record OfPresence() implements Channel {}

    /**
     * The names of channels. Channels are the server's, not a database's: the number in their names keeps two installations
     * apart that share a server.
     */
    final class Names {
        private static final String PRESENCE = "presence";
        private static final String ROOM = "room:";
        private static final String USER = "user:";

        private final String prefix;

        Names(int database) {
            this.prefix = "chatsphere:" + database + ":";
        }

        byte[] of(Channel channel) {
            String name = switch (channel) {
                case OfRoom(var room) -> ROOM + room;
                case OfUser(var user) -> USER + user;
                case OfPresence() -> PRESENCE;
            };
            return (prefix + name).getBytes(StandardCharsets.US_ASCII);
        }

        /** Empty for a name that none of ours has. */
        Optional<Channel> read(byte[] text) {
            String name = new String(text, StandardCharsets.US_ASCII);
            if (!name.startsWith(prefix)) {
                return Optional.empty();
            }
            String rest = name.substring(prefix.length());
            if (rest.equals(PRESENCE)) {
                return Optional.of(new OfPresence());
            }
            if (rest.startsWith(ROOM)) {
                return Optional.of(new OfRoom(new RoomId(UUID.fromString(rest.substring(ROOM.length())))));
            }
            return rest.startsWith(USER)
                    ? Optional.of(new OfUser(new UserId(UUID.fromString(rest.substring(USER.length())))))
                    : Optional.empty();
        }
    }
}
