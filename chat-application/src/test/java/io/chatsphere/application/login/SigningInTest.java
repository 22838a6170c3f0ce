package io.chatsphere.application.login;

import static io.chatsphere.application.ChatFixture.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.MovableClock;
import io.chatsphere.application.memory.Pbkdf2PasswordHasher;
import io.chatsphere.application.user.Register;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.Username;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningInTest {
    private final MovableClock clock = new MovableClock();
    private final ChatSphere chat = ChatSphere.builder()
            .clock(clock)
            .passwordHasher(new Pbkdf2PasswordHasher(1_000))
            .build();

    @BeforeEach
    void open() {
        chat.open();
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void the_token_of_a_registration_names_its_user() {
        SignedIn anna = register(chat, "anna");

        Caller caller = chat.logins().authenticate().handle(anna.accessToken());

        assertThat(caller.user()).isEqualTo(anna.user().id());
        assertThat(caller.expiresAt()).contains(clock.instant().plus(anna.expiresIn()));
    }

    @Test
    void one_signs_in_by_e_mail_or_name_in_any_spelling() {
        register(chat, "anna");

        assertThat(logIn("ANNA@example.com", "correct horse").user().username().value())
                .isEqualTo("anna");
        assertThat(logIn("Ａｎｎａ", "correct horse").user().username().value()).isEqualTo("anna");
    }

    @Test
    void a_wrong_password_and_an_unknown_account_get_the_same_answer() {
        register(chat, "anna");

        assertRefused(() -> logIn("anna", "wrong horse"), ErrorCode.INVALID_CREDENTIALS);
        assertRefused(() -> logIn("nobody", "wrong horse"), ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void a_token_ends_with_its_time() {
        SignedIn anna = register(chat, "anna");

        clock.advance(anna.expiresIn().plusSeconds(1));

        assertRefused(() -> chat.logins().authenticate().handle(anna.accessToken()), ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void a_taken_address_is_a_conflict() {
        register(chat, "anna");

        assertRefused(() -> register(chat, "anna"), ErrorCode.EMAIL_TAKEN);
    }

    @Test
    void a_weak_password_makes_no_account() {
        Register.Command command = new Register.Command(
                new Email("anna@example.com"),
                new Username("anna"),
                new DisplayName("Anna"),
                new Password("short"),
                Device.UNKNOWN);

        assertRefused(() -> chat.accounts().register().handle(command), ErrorCode.WEAK_PASSWORD);

        assertThat(register(chat, "anna").user().username().value()).isEqualTo("anna");
    }

    @Test
    void a_sign_in_never_prints_its_tokens() {
        SignedIn anna = register(chat, "anna");

        assertThat(anna.toString())
                .doesNotContain(anna.accessToken())
                .doesNotContain(anna.refreshToken().reveal());
        assertThat(anna.expiresIn()).isEqualTo(Duration.ofMinutes(30));
    }

    private SignedIn logIn(String handle, String password) {
        return chat.logins().logIn().handle(new LogIn.Command(handle, new Password(password), Device.UNKNOWN));
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ChatException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
