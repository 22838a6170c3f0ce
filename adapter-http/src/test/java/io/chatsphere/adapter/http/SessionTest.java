package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.adapter.http.Server.Account;
import io.chatsphere.application.limit.LimitSettings;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.login.Ticket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
    private static Server server;
    private static Account anna;
    private static Account bert;

    @BeforeAll
    static void start() {
        server = new Server(HttpSettings.of("1.2.3").withTrustedProxies(List.of("127.0.0.1")), LimitSettings.DEFAULT);
        anna = server.register("anna");
        bert = server.register("bert");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/logout", "/auth/logout"})
    void signing_out_ends_both_tokens_of_this_session_alone(String path) {
        Account session = server.logIn("anna", "secret-1");
        Answer answer = server.call("POST", path).token(session.token()).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/code").intValue()).isEqualTo(20000);
        assertThat(answer.body().get("data").isNull()).isTrue();
        assertThat(server.statusOf(session.token())).isEqualTo(401);
        assertThat(refresh(session).status()).isEqualTo(400);
        assertThat(server.statusOf(anna.token())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/sessions", "/auth/sessions"})
    void sessions_tell_device_and_address_and_which_one_asks(String path) {
        Account here = server.register("list" + path.length());
        server.post("/auth/login", "{\"email\": \"list%d\", \"password\": \"secret-1\"}".formatted(path.length()))
                .header("User-Agent", "Phone 1")
                .header("X-Forwarded-For", "198.51.100.1, 203.0.113.7")
                .send();
        Answer answer = server.get(path).token(here.token()).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("sessions")).hasSize(2);
        assertThat(answer.text("/sessions/0/device")).isEqualTo("Phone 1");
        assertThat(answer.text("/sessions/0/address")).isEqualTo("203.0.113.7");
        assertThat(answer.body().at("/sessions/0/current").booleanValue()).isFalse();
        assertThat(answer.text("/sessions/1/address")).isEqualTo("127.0.0.1");
        assertThat(answer.body().at("/sessions/1/current").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/sessions/", "/auth/sessions/"})
    void another_session_can_be_ended_once(String path) {
        Account here = server.register("ender" + path.length());
        Account there = server.logIn("ender" + path.length(), "secret-1");
        String id = server.get("/auth/sessions").token(there.token()).send().text("/sessions/0/id");

        assertThat(end(path + id, here).status()).isEqualTo(204);
        assertThat(server.statusOf(there.token())).isEqualTo(401);
        assertThat(server.statusOf(here.token())).isEqualTo(200);
        assertThat(end(path + id, here).error()).isEqualTo("auth.session-not-found");
    }

    @Test
    void a_session_of_somebody_else_is_not_found() {
        String id = server.get("/auth/sessions").token(bert.token()).send().text("/sessions/0/id");

        assertThat(end("/api/v1/auth/sessions/" + id, anna).status()).isEqualTo(404);
        assertThat(end("/api/v1/auth/sessions/x", anna).error()).isEqualTo("request.id-invalid");
        assertThat(server.statusOf(bert.token())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void revoking_either_token_ends_its_session(boolean access) {
        Account session = server.logIn("anna", "secret-1");
        Answer answer = server.post(
                        "/auth/revoke-token",
                        "{\"token\": \"%s\"}".formatted(access ? session.token() : session.refreshToken()))
                .token(anna.token())
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/message")).isEqualTo("令牌已撤销。");
        assertThat(server.statusOf(session.token())).isEqualTo(401);
        assertThat(refresh(session).status()).isEqualTo(400);
    }

    @Test
    void revoking_what_is_not_ones_own_changes_nothing_and_tells_nothing() {
        for (String token : List.of(bert.token(), bert.refreshToken(), "nonsense", "a.b.c")) {
            Answer answer = server.call("POST", "/api/v1/auth/revoke-token")
                    .form("token=" + token)
                    .token(anna.token())
                    .send();
            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(server.statusOf(bert.token())).isEqualTo(200);
        assertThat(server.statusOf(anna.token())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/ws-ticket", "/auth/ws-ticket"})
    void a_ticket_stands_for_the_session_once(String path) {
        Answer answer = server.call("POST", path).token(anna.token()).send();
        Ticket ticket = new Ticket(answer.text("/ticket"));
        Caller caller = server.chat().logins().redeemTicket().handle(ticket);

        assertThat(answer.body().get("expires_in").intValue()).isEqualTo(30);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(caller.user()).hasToString(anna.id());
        assertThatThrownBy(() -> server.chat().logins().redeemTicket().handle(ticket))
                .isInstanceOf(ChatException.Unauthenticated.class);
    }

    private static Answer refresh(Account account) {
        return server.post("/auth/refresh", "{\"refresh_token\": \"%s\"}".formatted(account.refreshToken()))
                .send();
    }

    private static Answer end(String path, Account account) {
        return server.call("DELETE", path).token(account.token()).send();
    }
}
