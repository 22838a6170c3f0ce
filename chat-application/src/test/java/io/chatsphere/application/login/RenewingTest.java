package io.chatsphere.application.login;

import static io.chatsphere.application.ChatFixture.register;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.TimedChat;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.login.RefreshToken;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenewingTest {
    private final TimedChat timed = new TimedChat();
    private final SignedIn anna = register(timed.chat(), "anna");
    private final List<UserChange> heard = timed.heardOf(anna.user().id());

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void a_refresh_token_gives_a_new_pair_for_the_same_login() {
        timed.clock().advance(Duration.ofHours(1));

        SignedIn renewed = renew(anna.refreshToken());

        Caller caller = timed.chat().logins().authenticate().handle(renewed.accessToken());
        assertThat(caller.user()).isEqualTo(anna.user().id());
        assertThat(caller.expiresAt()).contains(timed.clock().instant().plus(renewed.expiresIn()));
        assertThat(renewed.refreshToken().reveal())
                .isNotEqualTo(anna.refreshToken().reveal());
        assertThat(timed.chat().logins().list().handle(caller)).hasSize(1);
    }

    @Test
    void who_keeps_renewing_stays_signed_in_for_as_long_as_they_like() {
        RefreshToken token = anna.refreshToken();
        for (int week = 0; week < 10; week++) {
            timed.clock().advance(Duration.ofDays(6));
            token = renew(token).refreshToken();
        }

        assertThat(renew(token).user()).isEqualTo(anna.user());
    }

    @Test
    void a_refresh_token_ends_after_a_week() {
        timed.clock().advance(Duration.ofDays(7));

        assertNotRenewed(anna.refreshToken());
    }

    @Test
    void of_twenty_parallel_uses_of_one_token_one_renews_and_nobody_is_signed_out() throws InterruptedException {
        List<Callable<Boolean>> uses = IntStream.range(0, 20)
                .<Callable<Boolean>>mapToObj(i -> this::renews)
                .toList();
        long renewed;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            renewed = threads.invokeAll(uses).stream().filter(Future::resultNow).count();
        }

        assertThat(renewed).isOne();
        assertThat(heard).isEmpty();
    }

    @Test
    void a_second_use_at_once_is_a_race_of_two_tabs_and_ends_nothing() {
        SignedIn renewed = renew(anna.refreshToken());
        timed.clock().advance(Duration.ofSeconds(9));

        assertNotRenewed(anna.refreshToken());

        assertThat(renew(renewed.refreshToken()).user()).isEqualTo(anna.user());
        assertThat(heard).isEmpty();
    }

    @Test
    void a_later_use_is_theft_and_ends_the_login_and_tells_of_it() {
        SignedIn renewed = renew(anna.refreshToken());
        timed.clock().advance(Duration.ofSeconds(11));

        assertNotRenewed(anna.refreshToken());

        assertNotRenewed(renewed.refreshToken());
        assertRefused(
                ErrorCode.TOKEN_INVALID,
                () -> timed.chat().logins().authenticate().handle(renewed.accessToken()));
        assertThat(heard).hasSize(1).hasOnlyElementsOfType(UserChange.OfLoginEnd.class);
    }

    @Test
    void what_is_no_token_renews_nothing() {
        for (String odd : List.of("", "x", anna.accessToken(), "\uD800", "a".repeat(100_000))) {
            assertNotRenewed(new RefreshToken(odd));
        }
        assertThat(heard).isEmpty();
    }

    private boolean renews() {
        try {
            renew(anna.refreshToken());
            return true;
        } catch (ChatException.Invalid e) {
            return false;
        }
    }

    private void assertNotRenewed(RefreshToken token) {
        assertRefused(ErrorCode.REFRESH_TOKEN_INVALID, () -> renew(token));
    }

    private SignedIn renew(RefreshToken token) {
        return timed.chat().logins().renew().handle(new RenewLogin.Command(token));
    }
}
