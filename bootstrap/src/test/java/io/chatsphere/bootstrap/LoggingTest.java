package io.chatsphere.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import io.chatsphere.bootstrap.config.LogConfig;
import io.chatsphere.bootstrap.config.LogFormat;
import io.chatsphere.bootstrap.config.LogLevel;
import io.chatsphere.bootstrap.server.AccessLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class LoggingTest {
    @TempDir
    private Path folder;

    @AfterEach
    void logToTheConsoleAgain() {
        Logging.apply(new LogConfig(LogLevel.INFO, LogFormat.TEXT, Optional.empty(), Optional.empty()));
    }

    @Test
    void only_the_owner_reads_the_log_also_after_a_change_of_files() throws IOException {
        Path file = folder.resolve("access.log");
        Logging.apply(new LogConfig(LogLevel.INFO, LogFormat.TEXT, Optional.empty(), Optional.of(file)));

        LoggerFactory.getLogger(AccessLog.LOGGER).info("one");
        Files.move(file, folder.resolve("access.log.1"));
        appender().openFile(file.toString());
        LoggerFactory.getLogger(AccessLog.LOGGER).info("two");

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> both = files.toList();
            assertThat(both).hasSize(2);
            for (Path each : both) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo("rw-------");
            }
        }
        assertThat(Files.readString(file)).endsWith("two\n").doesNotContain("one");
    }

    private static RollingFileAppender<ILoggingEvent> appender() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Iterator<?> appenders = context.getLogger(AccessLog.LOGGER).iteratorForAppenders();
        @SuppressWarnings("unchecked")
        RollingFileAppender<ILoggingEvent> only = (RollingFileAppender<ILoggingEvent>) appenders.next();
        return only;
    }
}
