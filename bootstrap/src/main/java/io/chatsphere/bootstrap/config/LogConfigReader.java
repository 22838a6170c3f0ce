package io.chatsphere.bootstrap.config;

import java.nio.file.Path;
import java.util.Optional;

/** Reads what is logged where. In production it is warnings, and files are written unless they are named otherwise. */
final class LogConfigReader {
    private final SettingReader settings;
    private final boolean production;

    LogConfigReader(SettingReader settings, Environment environment) {
        this.settings = settings;
        this.production = environment == Environment.PRODUCTION;
    }

    LogConfig read(Path dataDirectory) {
        Path logs = dataDirectory.resolve("logs");
        LogLevel level = settings.find(Setting.LOG_LEVEL).isPresent()
                ? settings.choice(Setting.LOG_LEVEL, LogLevel.class)
                : production ? LogLevel.WARNING : LogLevel.INFO;
        return new LogConfig(
                level,
                settings.choice(Setting.LOG_FORMAT, LogFormat.class),
                file(Setting.LOG_FILE, logs.resolve("chatsphere.log")),
                file(Setting.ACCESS_LOG_FILE, logs.resolve("access.log")));
    }

    private Optional<Path> file(Setting setting, Path inProduction) {
        return settings.find(setting)
                .flatMap(text -> settings.parsed(setting, text, Path::of))
                .or(() -> Optional.of(inProduction).filter(any -> production));
    }
}
