package io.chatsphere.application.delivery;

import io.chatsphere.application.room.RoomDirectory;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Delivers to a live session what its client missed while it was away. */
public final class ResumeRooms {
    /** So many rooms are resumed by one command, at most. */
    public static final int MAX_ROOMS = 200;

    private final LiveDelivery live;
    private final RoomDirectory directory;

    public ResumeRooms(LiveDelivery live, RoomDirectory directory) {
        this.live = live;
        this.directory = directory;
    }

    /**
     * What the client knows.
     *
     * @param epoch the life of the store that the cursors are of
     * @param rooms 1 to {@link #MAX_ROOMS}; of two for the same room the last counts
     */
    public record Command(LiveSession session, Epoch epoch, List<RoomCursor> rooms) {
        public Command {
            rooms = List.copyOf(rooms);
        }
    }

    /** A room that is not resumed, and why. */
    public record Refused(RoomCursor room, ChatException reason) {}

    /**
     * Begins to deliver, and returns at once: first what was missed, then {@link Notice.Body.Resumed}, then what is live.
     *
     * @return the rooms that are not resumed: with {@code ROOM_NOT_FOUND} those that the user is not in
     */
    public List<Refused> handle(Command command) {
        List<Refused> refused = new ArrayList<>();
        Map<RoomId, Optional<Revision>> cursors = new LinkedHashMap<>();
        boolean ours = command.epoch().equals(command.session().epoch());
        for (RoomCursor wanted : command.rooms()) {
            try {
                RoomId room = find(command.session(), wanted)
                        .orElseThrow(() -> new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND));
                cursors.put(room, Optional.of(wanted.revision()).filter(cursor -> ours));
            } catch (ChatException.NotFound | ChatException.Invalid reason) {
                refused.add(new Refused(wanted, reason));
            }
        }
        command.session().resume(cursors);
        return refused;
    }

    private Optional<RoomId> find(LiveSession session, RoomCursor wanted) {
        return directory.find(wanted.chat(), session.owner()).filter(room -> live.isMember(session.owner(), room));
    }
}
