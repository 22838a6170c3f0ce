package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was committed in a simulation, to hold against what clients were told. */
final class Ledger {
    private static final long LASTS = Long.MAX_VALUE;

    private final Map<RoomId, Room> rooms = new LinkedHashMap<>();
    private final Map<RoomId, TreeMap<Long, Object>> rows = new LinkedHashMap<>();
    private final Map<Seat, List<Stay>> stays = new LinkedHashMap<>();

    private record Seat(RoomId room, UserId user) {}

    /** A membership: every change behind {@code joined} and before {@code end} is for the member. */
    record Stay(long joined, long end) {
        boolean lasts() {
            return end == LASTS;
        }

        boolean covers(long revision) {
            return joined < revision && revision < end;
        }
    }

    void add(Room room) {
        rooms.put(room.id(), room);
        rows.put(room.id(), new TreeMap<>());
    }

    /** This row of the room has changed. */
    void changed(RoomId room, long revision, Object row) {
        rows.get(room).put(revision, row);
    }

    /** A membership began or ended; a plain member's end, which is no change of the room, is behind all that was committed. */
    void moved(Membership membership, boolean ofRoom) {
        List<Stay> of =
                stays.computeIfAbsent(new Seat(membership.room(), membership.user()), seat -> new ArrayList<>());
        if (membership.isActive()) {
            of.add(new Stay(membership.joinedRevision().value(), LASTS));
        } else {
            long end = ofRoom ? membership.revision().value() : head(membership.room()) + 1;
            of.set(of.size() - 1, new Stay(of.getLast().joined(), end));
        }
    }

    List<Room> rooms() {
        return List.copyOf(rooms.values());
    }

    Optional<Room> direct(DirectPair pair) {
        return rooms.values().stream()
                .filter(room -> room.pair().filter(pair::equals).isPresent())
                .findAny();
    }

    long head(RoomId room) {
        TreeMap<Long, Object> changes = rows.get(room);
        return changes.isEmpty() ? 0 : changes.lastKey();
    }

    /** The last membership, if there ever was one. */
    Optional<Stay> lastStay(RoomId room, UserId user) {
        List<Stay> all = stays.getOrDefault(new Seat(room, user), List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    boolean isMember(RoomId room, UserId user) {
        return lastStay(room, user).filter(Stay::lasts).isPresent();
    }

    boolean beganAt(RoomId room, UserId user, long joined) {
        return stays.getOrDefault(new Seat(room, user), List.of()).stream().anyMatch(stay -> stay.joined() == joined);
    }

    /** Whether the user may ever be shown this change: in a public room everybody may. */
    boolean mayKnow(RoomId room, UserId user, long revision) {
        return rooms.get(room).kind() == RoomKind.PUBLIC
                || stays.getOrDefault(new Seat(room, user), List.of()).stream().anyMatch(stay -> stay.covers(revision));
    }

    /** The rows that changed behind {@code from} and before {@code end}, each with its last change. */
    Map<Object, Long> lastChanges(RoomId room, long from, long end) {
        Map<Object, Long> last = new LinkedHashMap<>();
        rows.get(room).tailMap(from, false).headMap(end, false).forEach((revision, row) -> last.put(row, revision));
        return last;
    }

    /** The room that the user names so. */
    RoomId named(RoomAddress address, UserId user) {
        return rooms.values().stream()
                .filter(room -> room.pair().isEmpty() || room.pair().get().contains(user))
                .filter(room -> room.addressFor(user).equals(address))
                .map(Room::id)
                .findAny()
                .orElseThrow();
    }
}
