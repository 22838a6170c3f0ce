package io.chatsphere.adapter.http;

import static io.chatsphere.adapter.http.Server.registration;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.http.Server.Account;
import io.chatsphere.application.limit.LimitSettings;
import io.chatsphere.domain.limit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets that refill so slowly that nothing comes back during a test. */
class LimitTest {
    private static final Duration LONG = Duration.ofHours(10);
    private static final LimitSettings FEW = new LimitSettings(
            Optional.of(new Rate(4, LONG)), Optional.of(new Rate(2, LONG)), Optional.empty(), Optional.empty());

    private Server server;

    @BeforeEach
    void start() {
        server = new Server(HttpSettings.of("1.2.3").withTrustedProxies(List.of("127.0.0.0/8")), FEW);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answers_tell_what_is_left_until_too_many_are_refused() {
        Account anna = registered("anna", "203.0.113.1");
        for (int left = 3; left >= 0; left--) {
            Answer answer = me(anna);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=4;w=36000");
            assertThat(answer.header("RateLimit")).matches("\"default\";r=" + left + ";t=[0-9]{4,5}");
        }
        Answer refused = me(anna);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.error()).isEqualTo("rate.limited");
        assertThat(refused.header("RateLimit")).startsWith("\"default\";r=0;t=");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(8000, 9000);
        assertThat(me(registered("bert", "203.0.113.1")).status())
                .as("another user from the same address")
                .isEqualTo(200);
    }

    @Test
    void whoever_is_not_signed_in_is_counted_by_address() {
        for (int i = 0; i < 4; i++) {
            assertThat(logIn("203.0.113.1").status()).isEqualTo(401);
        }

        assertThat(logIn("203.0.113.1").status()).isEqualTo(429);
        assertThat(logIn("203.0.113.2").status()).isEqualTo(401);
    }

    @Test
    void the_addresses_of_one_host_are_one() {
        for (int i = 0; i < 4; i++) {
            assertThat(logIn("2001:db8::" + i).status()).isEqualTo(401);
        }

        assertThat(logIn("2001:DB8:0:0:ffff::1").status()).isEqualTo(429);
        assertThat(logIn("2001:db8:0:1::1").status()).isEqualTo(401);
    }

    @Test
    void registrations_of_an_address_have_a_budget_of_their_own() {
        Answer first = register("anna", "203.0.113.1");
        Answer typo = register("x", "203.0.113.1");
        Answer second = register("bert", "203.0.113.1");
        Answer third = register("carl", "203.0.113.1");

        assertThat(first.header("RateLimit-Policy"))
                .isEqualTo("\"default\";q=4;w=36000, \"registrations\";q=2;w=36000");
        assertThat(typo.status()).isEqualTo(400);
        assertThat(typo.header("RateLimit")).doesNotContain("registrations");
        assertThat(second.status()).isEqualTo(201);
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("RateLimit")).contains("\"registrations\";r=0;t=");
        assertThat(register("carl", "203.0.113.2").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/health/live", "/health/ready", "/health/db", "/openapi.json"})
    void what_orchestrators_ask_is_never_too_much(String path) {
        for (int i = 0; i < 10; i++) {
            Answer answer = server.get(path).send();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit")).isEmpty();
        }
    }

    @Test
    void without_limits_nothing_is_counted() {
        try (Server free = new Server(HttpSettings.of("1.2.3"), LimitSettings.OFF)) {
            Answer answer =
                    free.get("/api/v1/me").token(free.register("anna").token()).send();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit")).isEmpty();
            assertThat(answer.header("RateLimit-Policy")).isEmpty();
        }
    }

    private Account registered(String name, String address) {
        Answer answer = register(name, address);
        return new Account(answer.text("/data/user/id"), answer.text("/data/access_token"), "");
    }

    private Answer register(String name, String address) {
        return server.post("/auth/register", registration(name, name + "@example.com"))
                .header("X-Forwarded-For", address)
                .send();
    }

    private Answer logIn(String address) {
        return server.post("/auth/login", "{\"email\": \"nobody\", \"password\": \"secret-1\"}")
                .header("X-Forwarded-For", address)
                .send();
    }

    private Answer me(Account account) {
        return server.get("/api/v1/me").token(account.token()).send();
    }
}
