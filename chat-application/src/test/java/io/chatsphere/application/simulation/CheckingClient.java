package io.chatsphere.application.simulation;

import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One connection of a client: holds everything that its session is told against what was committed, as it comes, and keeps it
 * until the client reads it. Of a session of another life of the store nothing can be said, but that it ends.
 */
public final class CheckingClient implements LiveListener {
    /** So many changes come at once, at most. */
    public static final int PAGE = 4;

    private final World world;
    private final UserId user;
    private final Receiver receiver;
    private final Outbox outbox;
    private final SessionCheck check;
    private final Tally tally;
    private Predicate<RoomId> found = room -> false;
    private Optional<LiveSession> session = Optional.empty();
    private boolean lost;

    /** @param capacity so many changes wait for the receiver, at most */
    public CheckingClient(World world, UserId user, Receiver receiver, int capacity, Tally tally) {
        this.world = world;
        this.user = user;
        this.receiver = receiver;
        this.outbox = new Outbox(capacity);
        this.tally = tally;
        this.check = new SessionCheck(world, user, tally);
    }

    /** Says which rooms the client finds itself in when it opens. */
    public void finds(Predicate<RoomId> rooms) {
        found = rooms;
    }

    /** The session was opened: from now on it must be told of everything. */
    public void connected() {
        tell(() -> "is connected");
        check.connected();
    }

    /** The client asks for what it missed behind a cursor, or behind one of another life of the store. */
    public void asks(RoomId room, Optional<Revision> cursor) {
        tell(() -> "asks for " + room + " behind " + cursor);
        check.asks(room, cursor);
    }

    /** From here on each change must come by itself: nothing is lost, and nothing read. */
    public void expectEach() {
        check.expectEach();
    }

    /** The user has set this mark: an open session that knows of the room must hear of it, or of a later one. */
    public void expectMark(RoomPreferences mark) {
        check.expectMark(mark);
    }

    /** When all is quiet, an open session knows everything. */
    public void checkComplete() {
        check.check(!isForeign(), "outlives its store");
        check.checkComplete();
    }

    /** The client reads one of what it was sent. */
    public void read() {
        outbox.read();
    }

    /** Whether the client has read all. */
    public boolean isRead() {
        return outbox.isEmpty();
    }

    /** The connection is gone, with what was not read. */
    public void lost() {
        lost = true;
        outbox.close();
    }

    public boolean isLost() {
        return lost;
    }

    @Override
    public void opened(LiveSession opened) {
        session = Optional.of(opened);
        check.opened(found);
    }

    @Override
    public boolean offer(Delivery delivery) {
        tell(() ->
                "is shown " + delivery.prev() + " -> " + delivery.revision() + " of " + Ledger.name(delivery.room()));
        if (outbox.isFull()) {
            return false;
        }
        tally.add(delivery.isWithheld() ? "withheld" : Delivery.class);
        if (!isForeign()) {
            check.check(delivery, outbox);
        }
        outbox.add(() -> receiver.take(delivery));
        return true;
    }

    @Override
    public void notice(Notice notice) {
        tally.add(notice.body().getClass());
        tell(() -> "is told " + shortly(notice.body()));
        if (!isForeign()) {
            check.check(notice.body());
        }
        outbox.add(() -> receiver.take(notice.body()));
    }

    @Override
    public void whenDrained(Runnable step) {
        check.check(outbox.whenDrained(step), "has two steps that wait");
    }

    @Override
    public void flush() {
        // Nothing is kept back here.
    }

    @Override
    public void ended(EndReason reason) {
        tally.add(reason);
        tell(() -> "ended " + reason);
        receiver.ended(reason);
    }

    public List<String> faults() {
        return check.faults();
    }

    private boolean isForeign() {
        return session.filter(opened -> opened.epoch().equals(world.epoch())).isEmpty();
    }

    private static String shortly(Notice.Body body) {
        return body instanceof Notice.Body.RoomAdded(var conversation)
                ? "of " + Ledger.name(conversation.room()) + " from " + conversation.revision()
                : body.toString();
    }

    private void tell(Supplier<String> what) {
        world.tell(() -> "  " + this + " " + what.get());
    }

    @Override
    public String toString() {
        return "session " + System.identityHashCode(this) + " of " + user;
    }
}
