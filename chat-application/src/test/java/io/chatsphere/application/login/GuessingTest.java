package io.chatsphere.application.login;

import static io.chatsphere.application.ChatFixture.register;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatsphere.application.TimedChat;
import io.chatsphere.application.limit.LimitSettings;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.limit.Rate;
import io.chatsphere.domain.login.Password;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessingTest {
    private static final LimitSettings SEVEN_PER_ADDRESS = new LimitSettings(
            Optional.empty(),
            Optional.empty(),
            LimitSettings.DEFAULT.failedLogins(),
            Optional.of(new Rate(7, Duration.ofMinutes(5))));

    private final TimedChat timed = new TimedChat(builder -> builder.limits(SEVEN_PER_ADDRESS));

    @BeforeEach
    void registerAnna() {
        register(timed.chat(), "anna");
    }

    @AfterEach
    void close() {
        timed.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@example.com", "nobody", "nobody@example.com", "\0", ""})
    void an_account_is_guessed_at_five_times_whether_or_not_there_is_one(String handle) {
        for (int guess = 0; guess < 5; guess++) {
            assertRefused(ErrorCode.INVALID_CREDENTIALS, () -> logIn(handle, "wrong", "192.0.2.1"));
        }

        ChatException.RateLimited refused = catchThrowableOfType(
                ChatException.RateLimited.class, () -> logIn(handle, "correct horse", "192.0.2.2"));
        assertThat(refused.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void every_spelling_of_an_account_counts_as_that_account() {
        List.of("anna", "ANNA", "Ａｎｎａ", " anna ", "aNNa")
                .forEach(spelling ->
                        assertRefused(ErrorCode.INVALID_CREDENTIALS, () -> logIn(spelling, "wrong", "192.0.2.1")));

        assertRefused(ErrorCode.TOO_MANY_REQUESTS, () -> logIn("anna", "correct horse", "192.0.2.1"));
    }

    @Test
    void refused_attempts_cost_nothing_so_that_the_owner_gets_in_after_a_minute() {
        for (int guess = 0; guess < 5; guess++) {
            assertRefused(ErrorCode.INVALID_CREDENTIALS, () -> logIn("anna", "wrong", "192.0.2.1"));
        }
        for (int guess = 0; guess < 100; guess++) {
            assertRefused(ErrorCode.TOO_MANY_REQUESTS, () -> logIn("anna", "wrong", "192.0.2.1"));
        }
        timed.clock().advance(Duration.ofMinutes(1));

        assertSignedIn("192.0.2.2");
    }

    @Test
    void success_makes_the_accounts_budget_whole() {
        for (int round = 0; round < 3; round++) {
            String address = "192.0.2." + round;
            for (int guess = 0; guess < 4; guess++) {
                assertRefused(ErrorCode.INVALID_CREDENTIALS, () -> logIn("anna", "wrong", address));
            }
            assertSignedIn(address);
        }
    }

    @Test
    void signing_in_does_not_count_against_an_address_that_many_share() {
        for (int colleague = 0; colleague < 20; colleague++) {
            assertSignedIn("192.0.2.1");
        }
    }

    @Test
    void an_address_that_guesses_at_many_accounts_is_stopped_and_touches_no_other_account_then() {
        for (int guess = 0; guess < 7; guess++) {
            String handle = "user" + guess;
            assertRefused(ErrorCode.INVALID_CREDENTIALS, () -> logIn(handle, "wrong", "192.0.2.1"));
        }

        for (int guess = 0; guess < 10; guess++) {
            assertRefused(ErrorCode.TOO_MANY_REQUESTS, () -> logIn("anna", "wrong", "192.0.2.1"));
        }
        assertSignedIn("192.0.2.2");
    }

    @Test
    void an_account_that_is_held_up_holds_up_nobody_else_at_the_same_address() {
        for (int guess = 0; guess < 50; guess++) {
            ErrorCode answer = guess < 5 ? ErrorCode.INVALID_CREDENTIALS : ErrorCode.TOO_MANY_REQUESTS;
            assertRefused(answer, () -> logIn("ben", "wrong", "192.0.2.1"));
        }

        assertSignedIn("192.0.2.1");
    }

    @Test
    void parallel_guesses_get_no_more_than_the_budget() throws InterruptedException {
        List<Callable<Boolean>> guesses = IntStream.range(0, 30)
                .<Callable<Boolean>>mapToObj(i -> () -> isJudged("192.0.2." + i))
                .toList();
        long judged;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            judged = threads.invokeAll(guesses).stream()
                    .filter(Future::resultNow)
                    .count();
        }

        assertThat(judged).isEqualTo(5);
    }

    @Test
    void nothing_is_limited_where_limits_are_off() {
        try (TimedChat free = new TimedChat(builder -> builder.limits(LimitSettings.OFF))) {
            for (int guess = 0; guess < 50; guess++) {
                LogIn.Command command = new LogIn.Command("anna", new Password("wrong"), new Device("", "192.0.2.1"));
                assertRefused(
                        ErrorCode.INVALID_CREDENTIALS,
                        () -> free.chat().logins().logIn().handle(command));
            }
        }
    }

    private boolean isJudged(String address) {
        ChatException refused = catchThrowableOfType(ChatException.class, () -> logIn("anna", "wrong", address));
        return refused.code() == ErrorCode.INVALID_CREDENTIALS;
    }

    private void assertSignedIn(String address) {
        assertThat(logIn("anna", "correct horse", address).user().username().value())
                .isEqualTo("anna");
    }

    private SignedIn logIn(String handle, String password, String address) {
        return timed.chat()
                .logins()
                .logIn()
                .handle(new LogIn.Command(handle, new Password(password), new Device("", address)));
    }
}
