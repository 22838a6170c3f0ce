package io.chatsphere.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import io.chatsphere.bootstrap.config.LogConfig;
import io.chatsphere.bootstrap.config.LogFormat;
import io.chatsphere.bootstrap.config.LogLevel;
import io.chatsphere.bootstrap.error.StartException;
import io.chatsphere.bootstrap.files.PrivateFiles;
import io.chatsphere.bootstrap.server.AccessLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;

/** Sets the log up. There is no file {@code logback.xml}, since Logback takes long to read one. */
final class Logging {
    private static final String EVENT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{0} - %msg%n";
    private static final String REQUEST = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %msg%n";
    private static final int DAYS = 14;
    private static final FileSize EACH = FileSize.valueOf("50MB");
    private static final FileSize TOGETHER = FileSize.valueOf("1GB");

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final LogConfig config;

    private Logging(LogConfig config) {
        this.config = config;
    }

    /**
     * Logs as configured from now on; libraries say warnings alone.
     *
     * @throws StartException if a file cannot be written
     */
    static void apply(LogConfig config) {
        // The JDBC driver writes through java.util.logging what it throws as well; once is enough.
        LogManager.getLogManager().reset();
        new Logging(config).apply();
    }

    private void apply() {
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(started(new ConsoleAppender<>(), EVENT));
        config.file().ifPresent(file -> root.addAppender(rotated(file, EVENT)));
        context.getLogger("io.chatsphere")
                .setLevel(Level.toLevel(
                        config.level() == LogLevel.WARNING
                                ? "WARN"
                                : config.level().name()));
        Logger access = context.getLogger(AccessLog.LOGGER);
        access.setAdditive(false);
        access.setLevel(config.accessFile().isPresent() ? Level.INFO : Level.OFF);
        config.accessFile().ifPresent(file -> access.addAppender(rotated(file, REQUEST)));
    }

    /** A new file each day and for each {@link #EACH}; the oldest go after {@link #DAYS}, or beyond {@link #TOGETHER}. */
    private RollingFileAppender<ILoggingEvent> rotated(Path file, String pattern) {
        prepare(file);
        RollingFileAppender<ILoggingEvent> appender = new PrivateAppender();
        appender.setFile(file.toString());
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(file + ".%d{yyyy-MM-dd,UTC}.%i");
        policy.setMaxFileSize(EACH);
        policy.setMaxHistory(DAYS);
        policy.setTotalSizeCap(TOGETHER);
        appender.setContext(context);
        appender.setRollingPolicy(policy);
        policy.start();
        return started(appender, pattern);
    }

    private static void prepare(Path file) {
        try {
            PrivateFiles.writable(file);
        } catch (IOException e) {
            throw new StartException(
                    "The log cannot be written to " + file + "; check LOG_FILE and ACCESS_LOG_FILE.", e);
        }
    }

    private <A extends OutputStreamAppender<ILoggingEvent>> A started(A appender, String pattern) {
        appender.setContext(context);
        appender.setEncoder(encoder(pattern));
        appender.start();
        return appender;
    }

    private Encoder<ILoggingEvent> encoder(String pattern) {
        if (config.format() == LogFormat.JSON) {
            JsonEncoder json = new JsonEncoder();
            json.setContext(context);
            json.setWithArguments(false);
            json.setWithContext(false);
            json.setWithSequenceNumber(false);
            json.setWithMessage(false);
            json.setWithFormattedMessage(true);
            json.start();
            return json;
        }
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern(pattern);
        text.start();
        return text;
    }

    /**
     * Each new file is its owner's alone, as the first one is. Full files keep that, since they are renamed and not copied into
     * an archive.
     */
    private static final class PrivateAppender extends RollingFileAppender<ILoggingEvent> {
        @Override
        public void openFile(String file) throws IOException {
            PrivateFiles.writable(Path.of(file));
            super.openFile(file);
        }
    }
}
