package io.chatsphere.application.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What live delivery logs as a defect of its own instead of stopping; while this is open, it logs nothing else. */
final class Defects extends Handler implements AutoCloseable {
    private static final Logger LIVE = Logger.getLogger(Defects.class.getPackageName());

    private final List<String> found = new ArrayList<>();
    private final Logger steps = Logger.getLogger(Turns.class.getName());
    private final Logger sessions = Logger.getLogger(LiveSession.class.getName());

    Defects() {
        LIVE.setUseParentHandlers(false);
        steps.addHandler(this);
        sessions.addHandler(this);
    }

    List<String> found() {
        return found;
    }

    @Override
    public void publish(LogRecord logged) {
        if (logged.getLevel().equals(Level.SEVERE)) {
            found.add(logged.getMessage() + ": " + logged.getThrown());
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        steps.removeHandler(this);
        sessions.removeHandler(this);
        LIVE.setUseParentHandlers(true);
    }
}
