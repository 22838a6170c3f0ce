package io.chatsphere.application.memory.data;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.Slug;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All rooms, by id, slug and pair, and where each message is. */
public final class RoomTable {
    private static final Comparator<StoredRoom> OLDEST_FIRST = Comparator.<StoredRoom, Instant>comparing(
                    stored -> stored.room().createdAt())
            .thenComparing(stored -> stored.room().slug().orElseThrow().value());

    private final Map<RoomId, StoredRoom> byId = new HashMap<>();
    private final Map<Slug, StoredRoom> bySlug = new HashMap<>();
    private final Map<DirectPair, StoredRoom> byPair = new HashMap<>();
    private final NavigableSet<StoredRoom> listed = new TreeSet<>(OLDEST_FIRST);
    private final Map<MessageId, Place> messages = new HashMap<>();

    private record Place(StoredRoom room, long position) {
        Message message() {
            return room.messages().at(position);
        }
    }

    public Optional<StoredRoom> find(RoomId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<StoredRoom> find(Slug slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    public Optional<StoredRoom> find(DirectPair pair) {
        return Optional.ofNullable(byPair.get(pair));
    }

    /** The public room that anybody may join now. */
    public StoredRoom requireJoinable(RoomId id) {
        StoredRoom stored = find(id).filter(found -> found.room().kind() == RoomKind.PUBLIC)
                .orElseThrow(() -> new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND));
        if (stored.room().isArchived()) {
            throw new ChatException.Forbidden(ErrorCode.ROOM_ARCHIVED);
        }
        return stored;
    }

    public StoredRoom add(Room room) {
        StoredRoom stored = new StoredRoom(room);
        byId.put(room.id(), stored);
        room.slug().ifPresent(slug -> bySlug.put(slug, stored));
        room.slug().ifPresent(slug -> listed.add(stored));
        room.pair().ifPresent(pair -> byPair.put(pair, stored));
        return stored;
    }

    /** Public rooms, oldest first, all or those behind one. */
    public Stream<StoredRoom> list(Optional<StoredRoom> after) {
        return after.map(room -> listed.tailSet(room, false)).orElse(listed).stream();
    }

    public Optional<Message> findMessage(MessageId id) {
        return Optional.ofNullable(messages.get(id)).map(Place::message);
    }

    /** Takes note of a message that its room has stored. */
    public void add(StoredRoom room, Message message) {
        messages.put(message.id(), new Place(room, message.position().value()));
    }

    /** The ids of all messages, in any order. */
    public Stream<MessageId> messageIds() {
        return messages.keySet().stream();
    }
}
