package io.chatsphere.bootstrap.load.run;

import io.chatsphere.bootstrap.load.audit.Ledger;
import io.chatsphere.bootstrap.load.audit.Lifeline;
import io.chatsphere.bootstrap.load.plan.LoadPlan;
import io.chatsphere.bootstrap.load.plan.Pace;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The load itself: everybody connects, joins, writes, is lost and comes back, until all is quiet. One thread at a time. */
public final class LoadRun implements AutoCloseable {
    private final Scene scene;
    private final LoadPlan plan;
    private final Consumer<String> progress;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("load-timer-", 0).factory());
    private final Common common;
    private final Fleet fleet;
    private Optional<ClosedLoop> closedLoop = Optional.empty();

    /** A run of this; the rooms are made between {@link #connect} and {@link #join}. What is wrong with what arrives goes to the findings. */
    public LoadRun(Scene scene, HttpClient http, Consumer<String> progress) {
        this.scene = scene;
        this.plan = scene.plan();
        this.progress = progress;
        this.common = new Common(
                http,
                plan.urls(),
                scene.texts(),
                new Ledger(scene.findings()),
                scene.findings(),
                new Counters(),
                new Latencies(),
                timer,
                Executors.newVirtualThreadPerTaskExecutor());
        this.fleet = new Fleet(scene, common, number -> closedLoop.ifPresent(loop -> loop.accept(number)));
    }

    /** Connects all. */
    public void connect() {
        fleet.connect(progress);
        fleet.expect(scene.rooms());
    }

    /** Brings all into their rooms. */
    public void join() {
        fleet.join(progress);
    }

    /**
     * Sends for as long as the plan says.
     *
     * @param atBegin is called when the measurement begins
     * @param atEnd is called when it ends
     */
    public void load(Runnable atBegin, Runnable atEnd) {
        Senders senders = new Senders(scene, fleet.connections(), common);
        long start = System.nanoTime();
        long begin = start + plan.timing().warmup().toNanos();
        long end = start + plan.timing().sending().toNanos();
        common.latencies().measure(begin, end);
        Runnable loop = loop(start, end, senders);
        Thread sender = Thread.ofPlatform().daemon().name("load-sender").start(loop);
        Optional<Future<?>> churn = plan.churn() > 0
                ? Optional.of(Churn.begin(plan.churn(), fleet.connections(), common.counters(), timer))
                : Optional.empty();
        watch("warming up", begin);
        atBegin.run();
        watch("measuring", end);
        atEnd.run();
        sender.interrupt();
        churn.ifPresent(task -> task.cancel(false));
    }

    private Runnable loop(long start, long end, Senders senders) {
        return switch (plan.pace()) {
            case Pace.Open(var rate) ->
                new OpenLoop(new Timetable(rate, start, plan.timing().sending()), senders);
            case Pace.Closed(var window) -> {
                ClosedLoop loop = new ClosedLoop(window, end, common.ledger(), senders);
                closedLoop = Optional.of(loop);
                yield loop;
            }
        };
    }

    private void watch(String phase, long until) {
        Quiet.await(Duration.ofNanos(Math.max(0, until - System.nanoTime())), () -> {
            progress.accept(phase + ": " + common.ledger().size() + " messages sent, "
                    + common.ledger().acknowledged() + " acknowledged, "
                    + common.counters().count(Counters.Event.DELIVERED) + " delivered, "
                    + (until - System.nanoTime()) / 1_000_000_000 + " s to go");
            return false;
        });
    }

    /** Waits until all is acknowledged and everybody has what was; whether that came true in time. */
    public boolean drain() {
        return Quiet.await(plan.timing().drain(), () -> {
            progress.accept("draining: " + common.ledger().acknowledged() + " of "
                    + common.ledger().size() + " messages acknowledged");
            return fleet.isAtRest() && scene.rooms().stream().allMatch(room -> isEverywhere(room.name(), room.head()));
        });
    }

    /** Waits until the members of a room have all up to this position, then judges what they have. */
    public void end(String room, long head) {
        progress.accept("comparing what was delivered in " + room);
        Quiet.await(plan.timing().drain(), () -> isEverywhere(room, head));
        present(room).forEach(life -> life.end(head));
    }

    private boolean isEverywhere(String room, long head) {
        return present(room).allMatch(life -> life.position() >= head);
    }

    /** Of connections that are not there it cannot be said what they would have got. */
    private Stream<Lifeline> present(String room) {
        return fleet.connections().stream().filter(Connection::isUp).flatMap(one -> one.lifeline(room).stream());
    }

    /** Connections that are not there, though they should be. */
    public long missing() {
        return fleet.connections().stream().filter(one -> !one.isUp()).count();
    }

    /** Everything that was told to anybody; to be read at the end. */
    public Stream<Lifeline> lifelines() {
        return fleet.connections().stream().flatMap(one -> one.lifelines().stream());
    }

    public Ledger ledger() {
        return common.ledger();
    }

    public Counters counters() {
        return common.counters();
    }

    public Latencies latencies() {
        return common.latencies();
    }

    /** Says goodbye. */
    @Override
    public void close() {
        fleet.close();
        timer.shutdownNow();
        common.threads().shutdown();
    }
}
