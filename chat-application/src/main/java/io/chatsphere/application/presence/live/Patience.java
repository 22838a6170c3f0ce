package io.chatsphere.application.presence.live;

import io.chatsphere.domain.error.ChatException;
import java.time.Duration;

/** Runs what needs a part that may be away: after a failure not again before a second is over. Not thread-safe. */
final class Patience {
    private static final System.Logger LOG = System.getLogger(Patience.class.getName());
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final String what;
    private boolean failed;
    private long failedAt;

    /**
     * Begins without a failure.
     *
     * @param what is run, for the log
     */
    Patience(String what) {
        this.what = what;
    }

    /** Runs the step unless it failed a moment ago; whether it succeeded. */
    boolean run(long nanoTime, Runnable step) {
        if (failed && nanoTime - failedAt < PAUSE) {
            return false;
        }
        try {
            step.run();
            failed = false;
            return true;
        } catch (ChatException.Unavailable e) {
            log(System.Logger.Level.WARNING, e);
        } catch (RuntimeException e) {
            log(System.Logger.Level.ERROR, e);
        }
        failed = true;
        failedAt = nanoTime;
        return false;
    }

    /** The first of a run of failures says it all. */
    private void log(System.Logger.Level level, RuntimeException e) {
        if (!failed) {
            LOG.log(level, "presence goes on without what failed and tries again: " + what, e);
        }
    }
}
