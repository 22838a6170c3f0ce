package io.chatsphere.application.login;

import static io.chatsphere.application.ChatFixture.register;
import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.TimedChat;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.login.Ticket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TicketTest {
    private final TimedChat timed = new TimedChat();
    private final ChatSphere chat = timed.chat();
    private final Caller anna =
            chat.logins().authenticate().handle(register(chat, "anna").accessToken());

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void a_ticket_names_its_caller_as_a_token_of_now_would() {
        IssuedTicket issued = chat.logins().issueTicket().handle(anna);
        timed.clock().advance(Duration.ofSeconds(29));

        Caller redeemed = redeem(issued.ticket());

        assertThat(issued.expiresIn()).isEqualTo(Duration.ofSeconds(30));
        assertThat(redeemed.user()).isEqualTo(anna.user());
        assertThat(redeemed.login()).isEqualTo(anna.login());
        assertThat(redeemed.expiresAt()).contains(timed.clock().instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void a_ticket_is_good_once() {
        Ticket ticket = issue();
        redeem(ticket);

        assertRefused(ErrorCode.TOKEN_INVALID, () -> redeem(ticket));
    }

    @Test
    void a_ticket_is_good_for_30_seconds() {
        Ticket ticket = issue();
        timed.clock().advance(Duration.ofSeconds(30));

        assertRefused(ErrorCode.TOKEN_INVALID, () -> redeem(ticket));
    }

    @Test
    void a_ticket_ends_with_its_login() {
        Ticket ticket = issue();
        chat.logins().logOut().handle(anna);

        assertRefused(ErrorCode.TOKEN_INVALID, () -> redeem(ticket));
    }

    @Test
    void what_is_no_ticket_names_nobody() {
        assertRefused(ErrorCode.TOKEN_INVALID, () -> redeem(new Ticket("nonsense")));
    }

    @Test
    void a_user_of_a_host_application_has_no_login_that_a_ticket_could_stand_for() {
        Caller hosted = user(chat, "hosted");

        assertRefused(
                ErrorCode.LOGIN_REQUIRED, () -> chat.logins().issueTicket().handle(hosted));
    }

    @Test
    void an_issued_ticket_never_prints_it() {
        IssuedTicket issued = chat.logins().issueTicket().handle(anna);

        assertThat(issued.toString()).doesNotContain(issued.ticket().reveal());
    }

    private Ticket issue() {
        return chat.logins().issueTicket().handle(anna).ticket();
    }

    private Caller redeem(Ticket ticket) {
        return chat.logins().redeemTicket().handle(ticket);
    }
}
