package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A client that holds everything that it is told against the {@link Ledger}, as it comes. */
final class CheckingClient implements LiveListener {
    private final UserId user;
    private final Ledger ledger;
    private final Predicate<RoomId> found;
    private final Map<RoomId, Stay> stays = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();

    /** What the client knows of a room that it is in. */
    private static final class Stay {
        final TreeSet<Long> seen = new TreeSet<>();
        long since;
        Optional<Long> cursor = Optional.empty();
        Optional<Position> mark = Optional.empty();
        Optional<Position> expected = Optional.empty();
    }

    /** @param found says which rooms the client finds itself in when it opens */
    CheckingClient(UserId user, Ledger ledger, Predicate<RoomId> found) {
        this.user = user;
        this.ledger = ledger;
        this.found = found;
    }

    /** The session was opened: from now on it must be told of everything. */
    void connected() {
        stays.forEach((room, stay) -> stay.since = ledger.head(room));
    }

    @Override
    public void opened(LiveSession session) {
        ledger.rooms().stream().map(Room::id).filter(found).forEach(room -> stays.put(room, new Stay()));
    }

    @Override
    public boolean offer(Delivery delivery) {
        told.add(Delivery.class);
        RoomId room = delivery.room().id();
        long revision = delivery.change().revision().value();
        check(ledger.mayKnow(room, user, revision), "was shown a change while no member", room, revision);
        Stay stay = stays.get(room);
        check(stay != null, "was shown a change outside of a stay", room, revision);
        if (stay != null) {
            long cursor = stay.cursor.orElse(delivery.prev().value());
            check(delivery.prev().value() <= cursor, "has a gap before", room, revision);
            check(revision > cursor, "was shown again", room, revision);
            stay.cursor = Optional.of(revision);
            stay.seen.add(revision);
        }
        return true;
    }

    @Override
    public void notice(Notice notice) {
        told.add(notice.body().getClass());
        switch (notice.body()) {
            case Notice.Body.RoomAdded(var conversation) ->
                added(conversation.room().id(), conversation.revision().value());
            case Notice.Body.RoomRemoved(var chat) -> {
                RoomId room = ledger.named(chat, user);
                check(stays.remove(room) != null, "was removed from a room that it is not in", room, 0);
            }
            case Notice.Body.Typing typing -> {
                check(!typing.user().id().equals(user), "sees itself type", 0);
                checkIn(typing.chat(), "sees somebody type");
            }
            case Notice.Body.Read read -> read(read);
            default -> check(false, "was told something that nobody said: " + notice.body(), 0);
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back here.
    }

    @Override
    public void ended(EndReason reason) {
        told.add(reason);
    }

    List<String> faults() {
        return faults;
    }

    /** What it was told, by kind. */
    List<Object> told() {
        return told;
    }

    /** The user has read so far: an open session that knows of the room must hear of it, or of a later mark. */
    void expectMark(RoomId room, Position position) {
        Optional.ofNullable(stays.get(room)).ifPresent(stay -> stay.expected = Optional.of(position));
    }

    /** When all is quiet, an open session knows everything. */
    void checkComplete() {
        for (Room room : ledger.rooms()) {
            Stay stay = stays.get(room.id());
            boolean member = ledger.isMember(room.id(), user);
            check(member == (stay != null), "does not know whether it is a member", room.id(), 0);
            if (stay != null && member) {
                checkSeen(room.id(), stay);
                check(stay.expected.isEmpty() || stay.expected.equals(stay.mark), "has an old mark", room.id(), 0);
            }
        }
    }

    private void checkSeen(RoomId room, Stay stay) {
        long joined = ledger.lastStay(room, user).orElseThrow().joined();
        ledger.lastChanges(room, Math.max(joined, stay.since), Long.MAX_VALUE)
                .values()
                .forEach(revision -> check(stay.seen.contains(revision), "missed a change", room, revision));
    }

    private void added(RoomId room, long joined) {
        check(!stays.containsKey(room), "was added to a room that it is in", room, joined);
        check(ledger.beganAt(room, user, joined), "was added where no membership began", room, joined);
        Stay stay = new Stay();
        stay.since = joined;
        stay.cursor = Optional.of(joined);
        stays.put(room, stay);
    }

    private void read(Notice.Body.Read read) {
        RoomId room = ledger.named(read.chat(), user);
        boolean isPublic = read.chat() instanceof RoomAddress.Public;
        check(isPublic || stays.containsKey(room), "sees a mark outside of a stay", room, 0);
        List<Notice.Body.Mark> own =
                read.marks().stream().filter(mark -> mark.user().equals(user)).toList();
        check(own.isEmpty() || read.marks().size() == 1, "gets its own mark with others", room, 0);
        if (!own.isEmpty() && stays.containsKey(room)) {
            stays.get(room).mark = Optional.of(own.getFirst().position());
        }
    }

    private void checkIn(RoomAddress chat, String fault) {
        if (!(chat instanceof RoomAddress.Direct)) {
            RoomId room = ledger.named(chat, user);
            check(stays.containsKey(room), fault + " outside of a stay", room, 0);
        }
    }

    private void check(boolean right, String fault, RoomId room, long revision) {
        RoomKind kind = ledger.rooms().stream()
                .filter(one -> one.id().equals(room))
                .findAny()
                .map(Room::kind)
                .orElse(RoomKind.PUBLIC);
        check(right, fault + " (" + kind + " " + room + ")", revision);
    }

    private void check(boolean right, String fault, long revision) {
        if (!right) {
            faults.add(user + " " + fault + " at " + revision);
        }
    }
}
