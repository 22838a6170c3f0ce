package io.chatsphere.bootstrap.load.run;

import io.chatsphere.bootstrap.load.run.Counters.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Loses connections, one after the other, in turn cut off and closed; they come back. */
final class Churn implements Runnable {
    private static final double SECOND = 1e9;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final List<Connection> connections;
    private final Counters counters;
    private int next;
    private boolean abruptly;

    private Churn(List<Connection> connections, Counters counters) {
        this.connections = connections;
        this.counters = counters;
    }

    /** Begins; goes on until the future is cancelled. */
    static ScheduledFuture<?> begin(
            double perSecond, List<Connection> connections, Counters counters, ScheduledExecutorService timer) {
        long pause = (long) (SECOND / perSecond);
        return timer.scheduleAtFixedRate(new Churn(connections, counters), pause, pause, TimeUnit.NANOSECONDS);
    }

    @Override
    public void run() {
        for (int tried = 0; tried < connections.size(); tried++) {
            Connection one = connections.get(next++ % connections.size());
            if (one.reconnector().cut(abruptly, PAUSE)) {
                counters.add(Event.CUT_BY_CHURN);
                abruptly = !abruptly;
                return;
            }
        }
    }
}
