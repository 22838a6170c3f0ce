package io.chatsphere.application.login;

import static io.chatsphere.application.ChatFixture.register;
import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.TimedChat;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.Password;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndingTest {
    private final TimedChat timed = new TimedChat();
    private final ChatSphere chat = timed.chat();
    private final SignedIn phone = register(chat, "anna");
    private final SignedIn laptop = chat.logins()
            .logIn()
            .handle(new LogIn.Command("anna", new Password("correct horse"), new Device("laptop", "192.0.2.7")));
    private final List<UserChange> heard = timed.heardOf(phone.user().id());

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void logging_out_ends_both_tokens_of_that_device_at_once_and_no_other() {
        chat.logins().logOut().handle(caller(phone));

        assertEnded(phone);
        assertLasts(laptop);
        assertThat(heardEnds()).hasSize(1);
    }

    @Test
    void logging_out_twice_is_once() {
        Caller caller = caller(phone);

        chat.logins().logOut().handle(caller);
        chat.logins().logOut().handle(caller);

        assertThat(heardEnds()).hasSize(1);
    }

    @Test
    void a_user_of_a_host_application_has_nothing_to_log_out_of() {
        Caller hosted = user(chat, "hosted");

        chat.logins().logOut().handle(hosted);

        assertThat(chat.logins().list().handle(hosted)).isEmpty();
    }

    @Test
    void somebody_sees_where_they_are_signed_in_and_ends_one_of_it() {
        List<Login> logins = chat.logins().list().handle(caller(phone));
        assertThat(logins).extracting(Login::device).containsExactlyInAnyOrder("", "laptop");
        LoginId lost = caller(laptop).login().orElseThrow();

        chat.logins().end().handle(new EndLogin.Command(caller(phone), lost));

        assertEnded(laptop);
        assertLasts(phone);
        assertThat(heardEnds()).containsExactly(lost);
    }

    @Test
    void what_ended_before_and_what_is_somebody_elses_is_not_there_to_be_ended() {
        Caller ben = caller(register(chat, "ben"));
        LoginId annas = caller(phone).login().orElseThrow();

        assertRefused(ErrorCode.LOGIN_NOT_FOUND, () -> end(ben, annas));
        assertLasts(phone);
        end(caller(laptop), annas);
        assertRefused(ErrorCode.LOGIN_NOT_FOUND, () -> end(caller(laptop), annas));
    }

    @Test
    void an_access_token_or_a_refresh_token_can_be_revoked() {
        SignedIn tablet =
                chat.logins().logIn().handle(new LogIn.Command("anna", new Password("correct horse"), Device.UNKNOWN));

        revoke(caller(laptop), phone.accessToken());
        revoke(caller(laptop), tablet.refreshToken().reveal());

        assertEnded(phone);
        assertEnded(tablet);
        assertLasts(laptop);
        assertThat(heardEnds()).hasSize(2);
    }

    @Test
    void revoking_what_is_unknown_or_over_or_somebody_elses_does_nothing() {
        Caller ben = caller(register(chat, "ben"));
        Caller anna = caller(laptop);

        revoke(ben, phone.accessToken());
        revoke(ben, phone.refreshToken().reveal());
        revoke(ben, "nonsense");
        assertLasts(phone);

        timed.clock().advance(phone.expiresIn());
        revoke(anna, phone.accessToken());
        assertThat(heardEnds()).isEmpty();
    }

    @Test
    void a_revocation_never_prints_its_token() {
        assertThat(new RevokeToken.Command(caller(phone), "s3cret").toString()).doesNotContain("s3cret");
    }

    @Test
    void the_list_shows_nothing_that_has_expired() {
        timed.clock().advance(Duration.ofDays(6));
        chat.logins().renew().handle(new RenewLogin.Command(laptop.refreshToken()));
        timed.clock().advance(Duration.ofDays(2));

        assertThat(chat.logins().list().handle(Caller.of(phone.user().id())))
                .extracting(Login::device)
                .containsExactly("laptop");
    }

    private Caller caller(SignedIn signedIn) {
        return chat.logins().authenticate().handle(signedIn.accessToken());
    }

    private void end(Caller caller, LoginId login) {
        chat.logins().end().handle(new EndLogin.Command(caller, login));
    }

    private void revoke(Caller caller, String token) {
        chat.logins().revoke().handle(new RevokeToken.Command(caller, token));
    }

    private List<LoginId> heardEnds() {
        return heard.stream()
                .filter(UserChange.OfLoginEnd.class::isInstance)
                .map(UserChange.OfLoginEnd.class::cast)
                .map(change -> change.ended().login())
                .toList();
    }

    private void assertLasts(SignedIn signedIn) {
        assertThat(caller(signedIn).user()).isEqualTo(signedIn.user().id());
    }

    private void assertEnded(SignedIn signedIn) {
        assertRefused(ErrorCode.TOKEN_INVALID, () -> caller(signedIn));
        assertRefused(
                ErrorCode.REFRESH_TOKEN_INVALID,
                () -> chat.logins().renew().handle(new RenewLogin.Command(signedIn.refreshToken())));
    }
}
