package io.chatsphere.adapter.websocket;

import io.chatsphere.domain.limit.Rate;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All open connections, and one sweep over them instead of a timer for each. Time is counted in sweeps, so that noting when a
 * peer was heard costs nothing. Starts and stops with the server; thread-safe.
 */
final class Connections extends AbstractLifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration REFUSALS_FORGOTTEN_AFTER = Duration.ofSeconds(100);

    /** Enough to keep the processor and the store busy, and no more. */
    static final int ADMITTED_AT_A_TIME = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(5);

    private final Semaphore admitting = new Semaphore(ADMITTED_AT_A_TIME, true);
    private final Set<ChatSocket> open = ConcurrentHashMap.newKeySet();
    private final Duration step;
    private final Limits limits;
    private final Allowance allowance;
    private volatile int now;
    private volatile boolean quiet;
    private Optional<Thread> sweeper = Optional.empty();

    /** The times that peers have, in steps. */
    record Limits(int heartbeat, int timeout, int assembly, int closing, int second) {}

    /**
     * What each connection may do.
     *
     * @param waiting so many messages wait to be handled
     * @param frames how fast they may come
     * @param refused how many of them may be refused
     */
    record Allowance(int waiting, Optional<FrameBudget.Refill> frames, FrameBudget.Refill refused) {}

    Connections(WebSocketSettings settings) {
        WebSocketSettings.Timing timing = settings.timing();
        Duration shortest =
                Collections.min(List.of(timing.heartbeat(), timing.timeout(), timing.assembly(), timing.closing()));
        this.step = Collections.min(List.of(shortest.dividedBy(2), LONGEST_STEP));
        this.limits = new Limits(
                steps(timing.heartbeat()),
                steps(timing.timeout()),
                steps(timing.assembly()),
                steps(timing.closing()),
                Math.max(1, steps(Duration.ofSeconds(1))));
        WebSocketSettings.Incoming incoming = settings.incoming();
        this.allowance = new Allowance(
                incoming.waiting(),
                incoming.rate().map(rate -> FrameBudget.Refill.of(rate, step)),
                FrameBudget.Refill.of(new Rate(incoming.refusals(), REFUSALS_FORGOTTEN_AFTER), step));
    }

    void add(ChatSocket socket) {
        open.add(socket);
    }

    void remove(ChatSocket socket) {
        open.remove(socket);
    }

    /**
     * Takes nobody and no message any more, and waits until what was begun is answered.
     *
     * @param patience the longest wait
     */
    void quiesce(Duration patience) {
        quiet = true;
        open.forEach(ChatSocket::quiesce);
        await(() -> open.stream().allMatch(ChatSocket::isIdle), patience);
    }

    /** Whether nobody is taken any more. */
    boolean isQuiet() {
        return quiet;
    }

    /**
     * Waits until all connections are gone.
     *
     * @param patience the longest wait
     */
    void awaitGone(Duration patience) {
        await(open::isEmpty, patience);
    }

    private static void await(BooleanSupplier done, Duration patience) {
        try {
            for (long looks = patience.dividedBy(LOOK); looks > 0 && !done.getAsBoolean(); looks--) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What each connection may do. */
    Allowance allowance() {
        return allowance;
    }

    /**
     * Lets somebody in, and few at a time, in the order in which they came: when the clients of another node all come at once,
     * what is live here must not wait behind thousands of them. Whoever has waited for five seconds is let in beside: a few whose
     * admission hangs do not hold up all others. Blocks.
     *
     * @return what {@code admission} returns
     */
    boolean admit(BooleanSupplier admission) {
        boolean inTurn = awaitTurn();
        try {
            return admission.getAsBoolean();
        } finally {
            if (inTurn) {
                admitting.release();
            }
        }
    }

    private boolean awaitTurn() {
        try {
            return admitting.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The number of the current step. */
    int now() {
        return now;
    }

    @Override
    protected void doStart() {
        sweeper = Optional.of(
                Thread.ofPlatform().name("chatsphere-connections").daemon().start(this::run));
    }

    @Override
    protected void doStop() {
        sweeper.ifPresent(Thread::interrupt);
        sweeper = Optional.empty();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(step);
                sweep();
            }
        } catch (InterruptedException e) {
            LOG.debug("connections are no longer looked after: the server stops");
        }
    }

    private void sweep() {
        int next = now + 1;
        now = next;
        for (ChatSocket socket : open) {
            try {
                socket.stepped(next, limits);
            } catch (RuntimeException e) {
                LOG.error("a connection could not be looked after", e);
            }
        }
    }

    private int steps(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE / 2, duration.dividedBy(step));
    }
}
