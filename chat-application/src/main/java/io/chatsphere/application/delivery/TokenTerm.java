package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A session's caller for as long as their token lasts, and the one warning before it ends. Thread-safe. */
final class TokenTerm {
    /** So long before the end the session is told, or a tenth of the term if that is less. */
    private static final Duration WARNING = Duration.ofSeconds(60);

    private static final int PART = 10;

    private final Caller caller;
    private final Duration warning;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** @param begun when the session began with this caller, or went on as them */
    TokenTerm(Caller caller, Instant begun) {
        this.caller = caller;
        this.warning = caller.expiresAt()
                .map(end -> Duration.between(begun, end).dividedBy(PART))
                .filter(tenth -> tenth.compareTo(WARNING) < 0)
                .orElse(WARNING);
    }

    Caller caller() {
        return caller;
    }

    boolean isOver(Instant now) {
        return caller.expiresAt().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** How long the token still lasts, if the session is to be told now: true at most once. */
    Optional<Duration> warning(Instant now) {
        return caller.expiresAt()
                .filter(end -> !now.isBefore(end.minus(warning)) && warned.compareAndSet(false, true))
                .map(end -> Duration.between(now, end));
    }
}
