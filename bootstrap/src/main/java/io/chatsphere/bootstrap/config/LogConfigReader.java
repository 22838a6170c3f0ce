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
        Optional<Path> file = file(Setting.LOG_FILE, logs.resolve("chatsphere.log"));
        Optional<Path> accessFile = file(Setting.ACCESS_LOG_FILE, logs.resolve("access.log"));
        if (file.isPresent() && file.map(LogConfigReader::place).equals(accessFile.map(LogConfigReader::place))) {
            settings.fault(Setting.ACCESS_LOG_FILE, "must be another file than LOG_FILE.");
        }
        return new LogConfig(level, settings.choice(Setting.LOG_FORMAT, LogFormat.class), file, accessFile);
    }

    private static Path place(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private Optional<Path> file(Setting setting, Path inProduction) {
        return settings.find(setting)
                .flatMap(text -> settings.parsed(setting, text, Path::of))
                .or(() -> Optional.of(inProduction).filter(any -> production));
    }
}
