package io.chatsphere.bootstrap.config;

import io.chatsphere.application.limit.LimitSettings;
import io.chatsphere.domain.limit.Rate;
import java.time.Duration;
import java.util.Optional;

/** Reads what is limited. No requests at all would be no server: 0 means that nothing is limited. */
final class LimitConfigReader {
    private static final int MANY = 1_000_000;
    private static final int A_DAY_OF_SECONDS = 86_400;

    private final SettingReader settings;

    LimitConfigReader(SettingReader settings) {
        this.settings = settings;
    }

    LimitSettings read() {
        int requests = settings.number(Setting.RATE_LIMIT_REQUESTS, 0, MANY);
        Duration window = Duration.ofSeconds(settings.number(Setting.RATE_LIMIT_WINDOW, 1, A_DAY_OF_SECONDS));
        Rate registrations =
                new Rate(settings.number(Setting.REGISTRATIONS_PER_MINUTE, 1, MANY), Duration.ofMinutes(1));
        if (requests == 0) {
            return LimitSettings.OFF;
        }
        LimitSettings standard = LimitSettings.DEFAULT;
        return new LimitSettings(
                Optional.of(new Rate(requests, window)),
                Optional.of(registrations),
                standard.failedLogins(),
                standard.failedLoginsOfAddress());
    }
}
