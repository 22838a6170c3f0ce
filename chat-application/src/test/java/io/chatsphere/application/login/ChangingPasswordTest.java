package io.chatsphere.application.login;

import static io.chatsphere.application.ChatFixture.register;
import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.TimedChat;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.error.Fault;
import io.chatsphere.domain.login.Password;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangingPasswordTest {
    private static final String OLD = "correct horse";
    private static final String NEW = "battery staple";

    private final TimedChat timed = new TimedChat();
    private final ChatSphere chat = timed.chat();
    private final SignedIn anna = register(chat, "anna");
    private final Caller caller = chat.logins().authenticate().handle(anna.accessToken());
    private final List<UserChange> heard = timed.heardOf(caller.user());

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void from_then_on_the_new_password_signs_in_and_the_old_one_does_not() {
        change(OLD, NEW);

        assertThat(logIn(NEW).user()).isEqualTo(anna.user());
        assertRefused(ErrorCode.INVALID_CREDENTIALS, () -> logIn(OLD));
    }

    @Test
    void all_other_logins_end_and_it_is_told_of_each() {
        SignedIn phone = logIn(OLD);
        SignedIn thief = logIn(OLD);

        change(OLD, NEW);

        for (SignedIn ended : List.of(phone, thief)) {
            assertRefused(
                    ErrorCode.TOKEN_INVALID, () -> chat.logins().authenticate().handle(ended.accessToken()));
        }
        assertThat(chat.logins().authenticate().handle(anna.accessToken())).isEqualTo(caller);
        assertThat(heard).hasSize(2).hasOnlyElementsOfType(UserChange.OfLoginEnd.class);
    }

    @Test
    void a_wrong_current_password_is_a_fault_of_its_field_and_changes_nothing() {
        ChatException.Invalid refused =
                catchThrowableOfType(ChatException.Invalid.class, () -> change("wrong horse", NEW));

        assertThat(refused.faults())
                .containsExactly(new Fault("current_password", ErrorCode.WRONG_PASSWORD, List.of()));
        assertThat(logIn(OLD).user()).isEqualTo(anna.user());
    }

    @Test
    void a_weak_new_password_is_a_fault_of_its_field_and_changes_nothing() {
        ChatException.Invalid refused = catchThrowableOfType(ChatException.Invalid.class, () -> change(OLD, "short"));

        assertThat(refused.faults()).containsExactly(new Fault("new_password", ErrorCode.WEAK_PASSWORD, List.of(6L)));
        assertThat(logIn(OLD).user()).isEqualTo(anna.user());
    }

    @Test
    void who_holds_a_stolen_token_guesses_five_times_and_no_more() {
        for (int guess = 0; guess < 5; guess++) {
            assertRefused(ErrorCode.WRONG_PASSWORD, () -> change("wrong horse", NEW));
        }

        assertRefused(ErrorCode.TOO_MANY_REQUESTS, () -> change(OLD, NEW));
        assertThat(logIn(OLD).user()).isEqualTo(anna.user());
    }

    @Test
    void a_user_of_a_host_application_has_no_password_here() {
        Caller hosted = user(chat, "hosted");

        assertRefused(
                ErrorCode.LOGIN_REQUIRED,
                () -> chat.logins()
                        .changePassword()
                        .handle(new ChangePassword.Command(hosted, new Password(OLD), new Password(NEW))));
    }

    @Test
    void a_change_that_is_asked_for_without_a_login_ends_all_of_them() {
        chat.logins()
                .changePassword()
                .handle(new ChangePassword.Command(Caller.of(caller.user()), new Password(OLD), new Password(NEW)));

        assertThat(chat.logins().list().handle(caller)).isEmpty();
    }

    private void change(String current, String next) {
        chat.logins()
                .changePassword()
                .handle(new ChangePassword.Command(caller, new Password(current), new Password(next)));
    }

    private SignedIn logIn(String password) {
        return chat.logins().logIn().handle(new LogIn.Command("anna", new Password(password), Device.UNKNOWN));
    }
}
