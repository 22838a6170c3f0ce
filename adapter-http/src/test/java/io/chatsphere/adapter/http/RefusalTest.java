package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.http.client.Clients;
import io.chatsphere.adapter.http.error.ErrorAnswers;
import io.chatsphere.adapter.http.header.CommonHeaders;
import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.javalin.Javalin;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of refusal, thrown by routes that are made for it. */
class RefusalTest {
    private static final Map<String, ChatException> REFUSALS = Map.of(
            "/not-found", new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND),
            "/forbidden", new ChatException.Forbidden(ErrorCode.ROOM_ARCHIVED),
            "/conflict", new ChatException.Conflict(ErrorCode.ROOM_SLUG_TAKEN),
            "/invalid", new ChatException.Invalid(ErrorCode.MESSAGE_EMPTY, "content"),
            "/shapeless", new ChatException.Invalid(ErrorCode.WRONG_TYPE, "content"),
            "/unauthenticated", new ChatException.Unauthenticated(ErrorCode.TOKEN_EXPIRED),
            "/limited", new ChatException.RateLimited(Duration.ofMillis(2_001)),
            "/unavailable", new ChatException.Unavailable(new IllegalStateException("secret detail")));

    private static Javalin javalin;

    @BeforeAll
    static void start() {
        javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    CommonHeaders headers = new CommonHeaders(new Clients(List.of()), List.of());
                    new ErrorAnswers(new Languages(Locale.ENGLISH), headers).install(config);
                    REFUSALS.forEach((path, refusal) -> config.routes.get(
                            path,
                            ctx -> {
                                throw refusal;
                            },
                            Access.ANYONE));
                })
                .start();
    }

    @AfterAll
    static void stop() {
        javalin.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "/not-found, 404, 42001, room.not-found",
        "/forbidden, 403, 42002, room.archived",
        "/conflict, 409, 40009, room.slug-taken",
        "/invalid, 400, 40000, message.empty",
        "/shapeless, 422, 40022, request.wrong-type",
        "/unauthenticated, 401, 41009, auth.token-expired",
        "/limited, 429, 40029, rate.limited",
        "/unavailable, 503, 50003, service.unavailable",
    })
    void each_kind_has_its_status_and_code(String path, int status, int code, String error) {
        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().at("/code").intValue()).isEqualTo(code);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.body().toString()).doesNotContain("secret");
        ApiDocument.INSTANCE.checkSchema(
                "#/components/schemas/Error", answer.body().toString());
    }

    @Test
    void whoever_shall_wait_is_told_how_many_whole_seconds() {
        assertThat(get("/limited").header("Retry-After")).isEqualTo("3");
        assertThat(get("/unavailable").header("Retry-After")).isEqualTo("1");
    }

    @Test
    void a_token_that_ended_is_challenged_as_such() {
        assertThat(get("/unauthenticated").header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    private static Answer get(String path) {
        return new Call("http://127.0.0.1:" + javalin.port(), "GET", path).sendUndescribed();
    }
}
