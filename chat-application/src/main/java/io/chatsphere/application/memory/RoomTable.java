package io.chatsphere.application.memory;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.Slug;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All rooms, by id, slug and pair, and all messages by id. Guarded by the store's lock. */
final class RoomTable {
    private static final Comparator<Room> OLDEST_FIRST = Comparator.comparing(Room::createdAt)
            .thenComparing(room -> room.slug().orElseThrow().value());

    private final Map<RoomId, StoredRoom> byId = new HashMap<>();
    private final Map<Slug, StoredRoom> bySlug = new HashMap<>();
    private final Map<DirectPair, StoredRoom> byPair = new HashMap<>();
    private final NavigableSet<Room> listed = new TreeSet<>(OLDEST_FIRST);
    private final Map<MessageId, Message> messages = new HashMap<>();

    Optional<StoredRoom> find(RoomId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<StoredRoom> find(Slug slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    Optional<StoredRoom> find(DirectPair pair) {
        return Optional.ofNullable(byPair.get(pair));
    }

    /** The public room that anybody may join now. */
    StoredRoom requireJoinable(RoomId id) {
        StoredRoom stored = find(id).filter(found -> found.room().kind() == RoomKind.PUBLIC)
                .orElseThrow(() -> new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND));
        if (stored.room().isArchived()) {
            throw new ChatException.Forbidden(ErrorCode.ROOM_ARCHIVED);
        }
        return stored;
    }

    StoredRoom add(Room room) {
        StoredRoom stored = new StoredRoom(room);
        byId.put(room.id(), stored);
        room.slug().ifPresent(slug -> bySlug.put(slug, stored));
        room.slug().ifPresent(slug -> listed.add(room));
        room.pair().ifPresent(pair -> byPair.put(pair, stored));
        return stored;
    }

    /** Public rooms, oldest first, all or those behind one. */
    Stream<Room> list(Optional<Room> after) {
        return after.map(room -> listed.tailSet(room, false)).orElse(listed).stream();
    }

    Optional<Message> findMessage(MessageId id) {
        return Optional.ofNullable(messages.get(id));
    }

    void add(Message message) {
        messages.put(message.id(), message);
    }
}
