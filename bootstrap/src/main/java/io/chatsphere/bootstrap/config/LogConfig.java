package io.chatsphere.bootstrap.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is logged where. Events always go to the console.
 *
 * @param level of our own events; libraries say warnings
 * @param file where events go too, if anywhere
 * @param accessFile where a line on each request goes, if anywhere
 */
public record LogConfig(LogLevel level, LogFormat format, Optional<Path> file, Optional<Path> accessFile) {
    /** Before the settings are read. */
    public static final LogConfig UNTIL_CONFIGURED =
            new LogConfig(LogLevel.INFO, LogFormat.TEXT, Optional.empty(), Optional.empty());
}
