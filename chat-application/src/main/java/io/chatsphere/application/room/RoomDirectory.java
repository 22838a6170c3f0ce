package io.chatsphere.application.room;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.Slug;
import java.util.Optional;

/**
 * Finds rooms by address and what decides access to them, from a cache where it can: ids never change once given, and access
 * is checked by its revision where it matters, inside the append. Thread-safe.
 */
public final class RoomDirectory {
    private static final int BOUND = 20_000;

    private final RoomRepository rooms;
    private final BoundedCache<Slug, RoomId> publicRooms = new BoundedCache<>(BOUND);
    private final BoundedCache<DirectPair, RoomId> directRooms = new BoundedCache<>(BOUND);
    private final BoundedCache<RoomId, RoomAccess> accesses = new BoundedCache<>(BOUND);

    public RoomDirectory(RoomRepository rooms) {
        this.rooms = rooms;
    }

    /** The room that {@code viewer} names; empty if there is none. That it exists says nothing about access. */
    public Optional<RoomId> find(RoomAddress address, UserId viewer) {
        return switch (address) {
            case RoomAddress.Public named -> publicRooms.find(named.slug(), rooms::findPublic);
            case RoomAddress.Group group -> Optional.of(group.room()).filter(this::isGroup);
            case RoomAddress.Direct direct ->
                directRooms.find(DirectPair.of(viewer, direct.other()), rooms::findDirect);
        };
    }

    /**
     * What decides access to the room, perhaps from the cache and a little old.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}
     */
    public RoomAccess access(RoomId room) {
        return findAccess(room).orElseThrow(() -> new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND));
    }

    /** Forgets what was cached of a room's access: it is read anew at the next question. */
    public void forgetAccess(RoomId room) {
        accesses.remove(room);
    }

    /** Forgets everything, as when the store turned out to be another one. */
    public void clear() {
        publicRooms.clear();
        directRooms.clear();
        accesses.clear();
    }

    private Optional<RoomAccess> findAccess(RoomId room) {
        return accesses.find(room, rooms::findAccess);
    }

    /** A room of another kind has an address of its own, by which other rules are kept. */
    private boolean isGroup(RoomId room) {
        return findAccess(room)
                .filter(access -> access.room().kind() == RoomKind.GROUP)
                .isPresent();
    }
}
