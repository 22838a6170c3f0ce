package io.chatsphere.application.presence;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.ReadRoom;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.presence.PresenceRegistry;
import io.chatsphere.domain.presence.Present;
import io.chatsphere.domain.room.RoomAddress;

/** Reads who is live in a room. */
public final class ReadLiveInRoom {
    private static final int LIMIT = 200;

    private final ReadRoom read;
    private final PresenceRegistry registry;
    private final KnownLive known;

    /**
     * Over these.
     *
     * @param known what to answer while the registry does not
     */
    public ReadLiveInRoom(ReadRoom read, PresenceRegistry registry, KnownLive known) {
        this.read = read;
        this.registry = registry;
        this.known = known;
    }

    /**
     * Who is live there.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room
     * @throws ChatException.Unavailable if the store does not answer
     */
    public LiveInRoom handle(Caller caller, RoomAddress room) {
        RoomId id = read.handle(caller, room).id();
        try {
            Present live = registry.live(id, LIMIT);
            known.note(id, live);
            return new LiveInRoom(live.count(), live.users(), false);
        } catch (ChatException.Unavailable e) {
            Present live = known.find(id);
            return new LiveInRoom(live.count(), live.users(), true);
        }
    }
}
