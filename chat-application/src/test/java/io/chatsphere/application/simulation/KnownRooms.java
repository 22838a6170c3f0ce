package io.chatsphere.application.simulation;

import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** The rooms of a device by the rules for clients: a cursor for each, of the life of the store that it is of. */
public final class KnownRooms {
    private static final long BEYOND = 1_000;

    private final World world;
    private final Random random;
    private final UserId user;
    private final Tally tally;
    private final Map<RoomId, KnownRoom> rooms = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    public KnownRooms(World world, Random random, UserId user, Tally tally) {
        this.world = world;
        this.random = random;
        this.user = user;
        this.tally = tally;
    }

    public UserId user() {
        return user;
    }

    public List<String> faults() {
        return faults;
    }

    /** The conversations were read on a session of this epoch: gives the rooms whose changes are to be asked for. */
    public List<RoomId> listed(List<Conversation> conversations, Epoch epoch) {
        Set<RoomId> listed = conversations.stream()
                .map(conversation -> conversation.room().id())
                .collect(Collectors.toSet());
        rooms.keySet().retainAll(listed);
        List<RoomId> known = rooms.keySet().stream()
                .filter(room -> !rooms.get(room).isAsking())
                .toList();
        conversations.forEach(conversation -> rooms.computeIfAbsent(
                conversation.room().id(),
                room -> new KnownRoom(epoch, conversation.revision().value())));
        return known;
    }

    /** The client asks: gives its cursor, empty if it is of another life of the store. Some say what cannot be. */
    public Optional<Revision> ask(RoomId room, Epoch epoch) {
        KnownRoom known = rooms.get(room);
        known.setAsking(true);
        boolean wrong = random.nextInt(30) == 0;
        return Optional.of(new Revision(known.cursor() + (wrong ? BEYOND : 0)))
                .filter(cursor -> known.epoch().equals(epoch));
    }

    /** Whether there is a gap before this change, so that the client is to ask. */
    public boolean take(Delivery delivery, Epoch epoch) {
        long prev = delivery.prev().value();
        long revision = delivery.revision().value();
        KnownRoom known = rooms.computeIfAbsent(delivery.room().id(), room -> new KnownRoom(epoch, prev));
        if (!known.epoch().equals(epoch)) {
            return false;
        }
        if (known.fits(prev, revision)) {
            apply(known, delivery);
        } else if (known.isGap(prev) && !known.isAsking()) {
            tally.add("gap");
            return true;
        }
        return false;
    }

    /** Takes what the client was told; gives a room that it is to ask for again. */
    public Optional<RoomId> take(Notice.Body told, Epoch epoch) {
        switch (told) {
            case Notice.Body.RoomAdded(var conversation) ->
                added(conversation.room().id(), conversation.revision().value(), epoch);
            case Notice.Body.RoomRemoved(var chat) -> named(chat).ifPresent(rooms::remove);
            case Notice.Body.Resumed resumed -> {
                return named(resumed.chat()).filter(room -> resumed(room, resumed, epoch));
            }
            default -> {}
        }
        return Optional.empty();
    }

    /** What was asked for does not come any more. */
    public void disconnected() {
        rooms.values().forEach(known -> known.setAsking(false));
    }

    /** When all is quiet, the device knows everything that is in its list. */
    public void checkComplete() {
        for (Conversation conversation : world.store().conversations().list(user, Optional.empty(), 100)) {
            RoomId room = conversation.room().id();
            KnownRoom known = rooms.get(room);
            long joined = world.ledger().lastStay(room, user).orElseThrow().joined();
            if (known == null) {
                // Who left and joined again before their node heard of it learns of the room by what is said there
                // next.
                check(world.ledger().head(room) == joined, "does not know " + room);
            } else {
                check(known.epoch().equals(world.epoch()), "knows another " + room);
                check(!known.isAsking(), "waits for " + room);
                List<Long> missing = known.missing(world.ledger().log(room), joined);
                check(missing.isEmpty(), "misses " + missing + " of " + room + ", " + known);
            }
        }
    }

    public void check(boolean right, String fault) {
        if (!right) {
            faults.add("a device of " + user + " " + fault);
        }
    }

    private void apply(KnownRoom known, Delivery delivery) {
        RoomId room = delivery.room().id();
        long revision = delivery.revision().value();
        if (known.epoch().equals(world.epoch())) {
            boolean hidden = world.ledger().log(room).isHiddenBetween(known.cursor(), revision);
            check(hidden, "misses something before " + revision + " of " + room);
        }
        known.apply(revision);
    }

    private void added(RoomId room, long joined, Epoch epoch) {
        KnownRoom known = rooms.get(room);
        if (known == null || !known.epoch().equals(epoch)) {
            rooms.put(room, new KnownRoom(epoch, joined));
        } else {
            known.setAsking(false);
            known.begin(joined);
        }
    }

    /** Whether the client asks again. */
    private boolean resumed(RoomId room, Notice.Body.Resumed told, Epoch epoch) {
        KnownRoom known = rooms.get(room);
        if (known == null) {
            return false;
        }
        known.setAsking(false);
        long revision = told.revision().value();
        if (told.reset()) {
            rooms.put(room, new KnownRoom(epoch, revision));
        } else {
            boolean there = known.cursor() >= revision || !epoch.equals(world.epoch());
            check(there, "was resumed beyond what it knows, at " + revision + " of " + room);
        }
        return !told.complete();
    }

    private Optional<RoomId> named(RoomAddress chat) {
        return world.ledger().named(chat, user);
    }
}
