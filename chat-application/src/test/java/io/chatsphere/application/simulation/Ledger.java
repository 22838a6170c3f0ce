package io.chatsphere.application.simulation;

import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was committed in a simulation, to hold against what clients were told. */
public final class Ledger {
    private static final long LASTS = Long.MAX_VALUE;

    private final Map<RoomId, Room> rooms = new LinkedHashMap<>();
    private final Map<RoomId, RoomLog> logs = new LinkedHashMap<>();
    private final Map<Seat, List<Stay>> stays = new LinkedHashMap<>();
    private final Map<Seat, Marks> marks = new LinkedHashMap<>();

    private record Seat(RoomId room, UserId user) {}

    /** A membership: every change behind {@code joined} and before {@code end} is for the member. */
    public record Stay(long joined, Position joinedPosition, long end) {
        boolean lasts() {
            return end == LASTS;
        }

        boolean covers(long revision) {
            return joined < revision && revision < end;
        }
    }

    /** What a user set in a room. */
    record Marks(Position read, Position floor) {}

    public void add(Room room) {
        rooms.put(room.id(), room);
        logs.put(room.id(), new RoomLog());
    }

    /** What was written last, by rooms. */
    String news() {
        StringBuilder heads = new StringBuilder();
        rooms.values()
                .forEach(room -> heads.append(name(room))
                        .append(" at ")
                        .append(head(room.id()))
                        .append(' '));
        return heads.toString();
    }

    static String name(Room room) {
        return room.kind() + " " + room.id().toString().substring(33);
    }

    /** The room has changed. */
    public void changed(RoomChange change) {
        logs.get(change.room()).add(change);
    }

    /** A membership began or ended; a plain member's end, which is no change of the room, is behind all that was committed. */
    public void moved(Membership membership, boolean ofRoom) {
        Seat seat = new Seat(membership.room(), membership.user());
        List<Stay> of = stays.computeIfAbsent(seat, same -> new ArrayList<>());
        if (!membership.isActive()) {
            long end = ofRoom ? membership.revision().value() : head(membership.room()) + 1;
            Stay last = of.getLast();
            of.set(of.size() - 1, new Stay(last.joined(), last.joinedPosition(), end));
        } else if (!isMember(membership.room(), membership.user())) {
            of.add(new Stay(membership.joinedRevision().value(), membership.joinedPosition(), LASTS));
            Position floor = marks(seat).floor();
            marks.put(seat, new Marks(membership.joinedPosition(), floor));
        }
    }

    /** A user set a mark. */
    public void marked(RoomPreferences preferences) {
        Seat seat = new Seat(preferences.room(), preferences.user());
        marks.put(seat, new Marks(preferences.readPosition(), preferences.unreadFloor()));
    }

    Marks marks(RoomId room, UserId user) {
        return marks(new Seat(room, user));
    }

    public Collection<Room> rooms() {
        return rooms.values();
    }

    public Optional<Room> direct(DirectPair pair) {
        return rooms.values().stream()
                .filter(room -> room.pair().filter(pair::equals).isPresent())
                .findAny();
    }

    /** The messages of a room as they are now. */
    public List<Message> messages(RoomId room) {
        return List.copyOf(logs.get(room).messages());
    }

    RoomLog log(RoomId room) {
        return logs.get(room);
    }

    /** The room's last revision; zero for a room that is not there. */
    public long head(RoomId room) {
        return Optional.ofNullable(logs.get(room)).map(RoomLog::head).orElse(0L);
    }

    /** The last membership, if there ever was one. */
    Optional<Stay> lastStay(RoomId room, UserId user) {
        List<Stay> all = all(room, user);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    public boolean isMember(RoomId room, UserId user) {
        return lastStay(room, user).filter(Stay::lasts).isPresent();
    }

    /** Whether a later membership than the cursor's began. */
    boolean hasJoinedBehind(RoomId room, UserId user, long cursor) {
        return lastStay(room, user).filter(stay -> stay.joined() > cursor).isPresent();
    }

    boolean beganAt(RoomId room, UserId user, long joined) {
        return all(room, user).stream().anyMatch(stay -> stay.joined() == joined);
    }

    /** Whether the user may ever be shown this change: in a public room everybody may. */
    boolean mayKnow(RoomId room, UserId user, long revision) {
        return rooms.get(room).kind() == RoomKind.PUBLIC
                || stayAt(room, user, revision).isPresent();
    }

    /** The membership during which a change was committed. */
    Optional<Stay> stayAt(RoomId room, UserId user, long revision) {
        return all(room, user).stream().filter(stay -> stay.covers(revision)).findAny();
    }

    /** The room that the user names so. */
    Optional<RoomId> named(RoomAddress address, UserId user) {
        return rooms.values().stream()
                .filter(room -> room.pair().isEmpty() || room.pair().get().contains(user))
                .filter(room -> room.addressFor(user).equals(address))
                .map(Room::id)
                .findAny();
    }

    private Marks marks(Seat seat) {
        return marks.getOrDefault(seat, new Marks(Position.NONE, Position.NONE));
    }

    private List<Stay> all(RoomId room, UserId user) {
        return stays.getOrDefault(new Seat(room, user), List.of());
    }
}
