package io.chatsphere.application.presence.live;

import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.SessionWatcher;
import io.chatsphere.application.delivery.Turns;
import io.chatsphere.application.id.Ids;
import io.chatsphere.application.presence.OnlineUsers;
import io.chatsphere.application.presence.PresenceSettings;
import io.chatsphere.domain.delivery.ChangeBus.Following;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.NodeId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.presence.Departures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Presence on this node: registers who is connected and what they look at, tells everybody who comes and goes, and shows the
 * sessions here who is online. Everything happens on turns, so what many do at once is one batch; nobody ever waits for it.
 * With the registry away all is as it was last seen, marked as stale, and nobody is declared offline. Thread-safe.
 */
public final class PresenceService implements SessionWatcher, AutoCloseable {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(2);

    private final Rhythm rhythm;
    private final Ids ids;
    private final Supplier<List<RoomId>> entrances;
    private final PresencePorts ports;
    private final Guests guests;
    private final Crowd crowd;
    private final LastSeen lastSeen;
    private final Announcer announcer;
    private final Lease lease;
    private final Turns turns;
    private final Turns leaseTurns;
    private final Queue<Signal.Presence> signals = new ConcurrentLinkedQueue<>();
    private final Queue<Departures> lost = new ArrayDeque<>();
    private final Patience writing = new Patience("writing who is here");
    private final Patience losing = new Patience("telling who was on a node that died");
    private final Patience showing = new Patience("showing who is online");
    private final Patience noting = new Patience("writing when users were last seen");
    private Optional<Following> following = Optional.empty();
    private long shownAt;
    private volatile OnlineUsers known = new OnlineUsers(0, List.of(), true);
    private boolean released;
    private volatile boolean closed;

    /**
     * Not open yet; reads and starts nothing.
     *
     * @param entrances the rooms in which every member is live without asking
     */
    public PresenceService(
            PresencePorts ports, PresenceSettings settings, Rhythm rhythm, Ids ids, Supplier<List<RoomId>> entrances) {
        this.ports = ports;
        this.rhythm = rhythm;
        this.ids = ids;
        this.entrances = entrances;
        NodeId node = ids.nodeId();
        this.guests = new Guests(settings.grace());
        this.crowd = new Crowd(ports, settings.onlineListLimit());
        this.lastSeen = new LastSeen(ports.users());
        this.announcer = new Announcer(ports, node, guests, lastSeen, ids::now);
        this.lease = new Lease(ports.registry(), node, settings, new Found());
        this.turns = new Turns(rhythm.now(), this::work);
        this.leaseTurns = new Turns(rhythm.now(), () -> {});
        this.shownAt = rhythm.nanoTime().getAsLong() - SECOND;
    }

    private final class Found implements Lease.Watch {
        @Override
        public void frozen() {
            turns.add(crowd::freeze);
        }

        @Override
        public void lost() {
            turns.add(() -> {
                guests.users().rewrite();
                guests.viewers().rewrite();
            });
        }

        @Override
        public void looked(Departures gone) {
            turns.add(() -> {
                crowd.grewOld();
                if (!gone.isEmpty()) {
                    lost.add(gone);
                }
            });
        }
    }

    /** Begins this node's lease and its ticking. To be called once. */
    public void open() {
        following = Optional.of(ports.bus().followPresence(presence -> {
            signals.add(presence);
            turns.add(() -> {});
        }));
        lease.tick(rhythm.nanoTime().getAsLong());
        rhythm.later().execute(this::tick);
    }

    @Override
    public void opened(LiveSession session, Predicate<RoomId> isMember) {
        turns.add(() -> {
            if (!session.isOver()) {
                guests.opened(session);
                crowd.opened(session);
            }
        });
        entrances.get().stream().filter(isMember).forEach(session::enter);
    }

    @Override
    public void moved(LiveSession session, RoomId room) {
        turns.add(() -> guests.moved(session, room));
    }

    @Override
    public void closed(LiveSession session) {
        turns.add(() -> {
            guests.closed(session, rhythm.nanoTime().getAsLong(), ids.now());
            crowd.closed(session);
        });
    }

    /** Who is online as sessions here were shown last; many only in part. For when the registry does not answer. */
    public OnlineUsers known() {
        return known;
    }

    /** Removes this node's entries, without a grace, and writes when those who were here were last seen. Idempotent. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        following.ifPresent(Following::close);
        CompletableFuture<Void> done = new CompletableFuture<>();
        // Behind the lease's last step, which would begin another one.
        leaseTurns.add(() -> turns.add(() -> {
            release();
            done.complete(null);
        }));
        await(done);
    }

    private void tick() {
        if (closed) {
            return;
        }
        if (leaseTurns.waiting() == 0) {
            leaseTurns.add(() -> {
                if (!closed) {
                    lease.tick(rhythm.nanoTime().getAsLong());
                }
            });
        }
        if (turns.waiting() == 0) {
            turns.add(() -> {});
        }
        rhythm.later().execute(this::tick);
    }

    /** The end of every turn: what it changed is written, told and shown. */
    private void work() {
        if (released) {
            return;
        }
        long now = rhythm.nanoTime().getAsLong();
        guests.leave(now);
        writing.run(now, announcer::write);
        if (!lost.isEmpty()) {
            losing.run(now, this::tellLost);
        }
        for (Signal.Presence signal = signals.poll(); signal != null; signal = signals.poll()) {
            crowd.apply(signal);
        }
        crowd.greet();
        if (crowd.hasNews() && now - shownAt >= SECOND && showing.run(now, this::show)) {
            shownAt = now;
        }
        known = crowd.known();
        if (!lastSeen.isWritten()) {
            noting.run(now, lastSeen::write);
        }
    }

    private void show() {
        crowd.show(guests::areAmong);
    }

    private void tellLost() {
        for (Departures gone = lost.peek(); gone != null; gone = lost.peek()) {
            announcer.lost(gone);
            lost.remove();
        }
    }

    private void release() {
        released = true;
        long now = rhythm.nanoTime().getAsLong();
        new Patience("removing who is here").run(now, announcer::release);
        if (!lastSeen.isWritten()) {
            new Patience("writing when users were last seen").run(now, lastSeen::write);
        }
    }

    private static void await(CompletableFuture<Void> done) {
        try {
            done.get(CLOSE_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger(PresenceService.class.getName())
                    .log(System.Logger.Level.WARNING, "presence ends without having left: its lease will", e);
        }
    }
}
