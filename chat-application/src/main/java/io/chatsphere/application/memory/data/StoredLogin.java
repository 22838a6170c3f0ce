package io.chatsphere.application.memory.data;

import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.Login;
import java.time.Instant;
import java.util.Optional;

/**
 * A login and whether it ended.
 *
 * @param login as it is now
 * @param ended the change that ended it, and when
 */
public record StoredLogin(Login login, Optional<End> ended) {
    /** That a login ended, and when. */
    public record End(EndedLogin change, Instant at) {}

    /** Whether it has neither ended nor expired; whether its user is active is another question. */
    public boolean lasts(Instant now) {
        return ended.isEmpty() && now.isBefore(login.expiresAt());
    }

    /** Whether nobody can have a question about it any more. */
    boolean isForgettable(Instant bound) {
        return login.expiresAt().isBefore(bound)
                || ended.map(end -> end.at().isBefore(bound)).orElse(false);
    }
}
