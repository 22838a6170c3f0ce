package io.chatsphere.application.simulation;

import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.HistoryVisibility;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Holds what one session is told against what was committed. */
final class SessionCheck {
    private final World world;
    private final UserId user;
    private final Tally tally;
    private final Map<RoomId, Stay> stays = new LinkedHashMap<>();
    private final Set<RoomId> early = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private boolean each;

    SessionCheck(World world, UserId user, Tally tally) {
        this.world = world;
        this.user = user;
        this.tally = tally;
    }

    List<String> faults() {
        return faults;
    }

    /** The session begins, and finds itself in these rooms. */
    void opened(Predicate<RoomId> found) {
        world.ledger().rooms().stream().map(Room::id).filter(found).forEach(room -> stays.put(room, Stay.found()));
    }

    /** The session was opened: from now on it must be told of everything. */
    void connected() {
        stays.forEach((room, stay) -> stay.connected(world.ledger().head(room)));
    }

    /** The client asks for what it missed behind a cursor, or behind one of another life of the store. */
    void asks(RoomId room, Optional<Revision> cursor) {
        long at = cursor.map(Revision::value).orElse(Stay.FOREIGN);
        boolean mayReset = at == Stay.FOREIGN
                || at > world.ledger().head(room)
                || world.ledger().hasJoinedBehind(room, user, at);
        Optional.ofNullable(stays.get(room))
                .ifPresentOrElse(stay -> stay.ask(new Stay.Ask(at, mayReset)), () -> early.add(room));
    }

    /** From here on each change must come by itself: nothing is lost, and nothing read. */
    void expectEach() {
        each = true;
    }

    /** The user has set this mark: a session that knows of the room must hear of it, or of a later one. */
    void expectMark(RoomPreferences mark) {
        Optional.ofNullable(stays.get(mark.room()))
                .ifPresent(stay -> stay.expectedMark = Optional.of(mark.readPosition()));
    }

    /** When all is quiet, an open session knows everything. */
    void checkComplete() {
        for (Room room : world.ledger().rooms()) {
            Optional<Stay> stay = Optional.ofNullable(stays.get(room.id()));
            boolean member = world.ledger().isMember(room.id(), user);
            check(member == stay.isPresent(), "does not know whether it is a member of " + Ledger.name(room));
            stay.filter(known -> member).ifPresent(known -> {
                long joined =
                        world.ledger().lastStay(room.id(), user).orElseThrow().joined();
                known.missing(world.ledger().log(room.id()), joined).ifPresent(missed -> fault(missed, room, 0));
                boolean marked = known.expectedMark.isEmpty() || known.expectedMark.equals(known.mark);
                check(marked, "has an old mark in " + Ledger.name(room));
            });
        }
    }

    void check(Delivery delivery, Outbox outbox) {
        RoomChange change = delivery.change();
        RoomId id = change.room();
        Room room = delivery.room();
        long revision = change.revision().value();
        long prev = delivery.prev().value();
        RoomLog log = world.ledger().log(id);
        check(world.ledger().mayKnow(id, user, revision), "was shown a change while no member", room, revision);
        check(log.has(change), "was shown what nobody did", room, revision);
        check(log.isHiddenBetween(prev, revision), "misses what no later change hides before", room, revision);
        checkWithheld(delivery);
        check(!each || prev == revision - 1, "was not shown each change before", room, revision);
        Stay stay = stays.get(id);
        check(stay != null, "was shown a change outside of a stay", room, revision);
        if (stay != null) {
            stay.deliver(prev, revision).ifPresent(fault -> fault(fault, room, revision));
            boolean fits = !stay.isStretch() || outbox.countResumed() <= CheckingClient.PAGE;
            check(fits, "gets the next page before it read the last one", room, revision);
        }
    }

    /** Where history begins with the membership, what changes of an older message is not shown. */
    private void checkWithheld(Delivery delivery) {
        long revision = delivery.revision().value();
        Room room = delivery.room();
        world.ledger().stayAt(room.id(), user, revision).ifPresent(stay -> {
            boolean isOld = delivery.change() instanceof RoomChange.OfMessage(var message)
                    && message.sentRevision().value() <= stay.joined();
            boolean hidden = isOld && room.historyVisibility() == HistoryVisibility.JOINED;
            check(delivery.isWithheld() == hidden, hidden ? "was shown" : "was not shown", room, revision);
        });
    }

    void check(Notice.Body told) {
        switch (told) {
            case Notice.Body.RoomAdded(var conversation) ->
                added(conversation.room(), conversation.revision().value());
            case Notice.Body.RoomRemoved(var chat) ->
                check(stays.remove(named(chat)) != null, "was removed from a room that it is not in: " + chat);
            case Notice.Body.Typing(var typist, var chat, var isTyping) -> {
                check(!typist.id().equals(user), "sees itself type");
                boolean here = chat instanceof RoomAddress.Direct || stays.containsKey(named(chat));
                check(here, "sees somebody type outside of a stay");
            }
            case Notice.Body.Read read -> read(read);
            case Notice.Body.Resumed resumed -> resumed(resumed);
            default -> check(false, "was told something that nobody said: " + told);
        }
    }

    private void added(Room room, long joined) {
        check(!stays.containsKey(room.id()), "was added to a room that it is in", room, joined);
        boolean began = world.ledger().beganAt(room.id(), user, joined);
        check(began, "was added where no membership began", room, joined);
        stays.put(room.id(), Stay.added(joined, early.remove(room.id())));
    }

    private void resumed(Notice.Body.Resumed told) {
        tally.add("resumed " + (told.reset() ? "anew" : told.complete() ? "completely" : "in part"));
        Optional<Stay> stay = Optional.ofNullable(stays.get(named(told.chat())));
        check(stay.isPresent(), "is resumed outside of a stay");
        stay.flatMap(known -> known.resumed(told.revision().value(), told.complete(), told.reset()))
                .ifPresent(fault -> check(false, fault + " " + told));
    }

    private void read(Notice.Body.Read read) {
        Optional<Stay> stay = Optional.ofNullable(stays.get(named(read.chat())));
        boolean isPublic = read.chat() instanceof RoomAddress.Public;
        check(isPublic || stay.isPresent(), "sees a mark outside of a stay");
        List<Notice.Body.Mark> own =
                read.marks().stream().filter(mark -> mark.user().equals(user)).toList();
        check(own.isEmpty() || read.marks().size() == 1, "gets its own mark with others");
        stay.filter(known -> !own.isEmpty())
                .ifPresent(known -> known.mark = Optional.of(own.getFirst().position()));
    }

    private RoomId named(RoomAddress chat) {
        return world.ledger().named(chat, user).orElseThrow();
    }

    private void check(boolean right, String fault, Room room, long revision) {
        if (!right) {
            fault(fault, room, revision);
        }
    }

    private void fault(String fault, Room room, long revision) {
        check(false, fault + " " + revision + " of " + Ledger.name(room));
    }

    void check(boolean right, String fault) {
        if (!right) {
            faults.add("a session of " + user + " " + fault);
            world.tell(() -> "FAULT: " + faults.getLast());
        }
    }
}
