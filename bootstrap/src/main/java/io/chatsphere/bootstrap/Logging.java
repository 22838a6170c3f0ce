package io.chatsphere.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.chatsphere.bootstrap.config.LogLevel;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;

/** Settings of the log that the file {@code logback.xml} cannot hold. */
final class Logging {
    private Logging() {}

    /** Logs our own events from this level on; libraries stay as the file says. */
    static void apply(LogLevel level) {
        // The JDBC driver writes through java.util.logging what it throws as well; once is enough.
        LogManager.getLogManager().reset();
        Logger ours = (Logger) LoggerFactory.getLogger("io.chatsphere");
        ours.setLevel(Level.toLevel(level == LogLevel.WARNING ? "WARN" : level.name()));
    }
}
