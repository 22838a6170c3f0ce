package io.chatsphere.adapter.http.error;

import io.chatsphere.adapter.http.header.CommonHeaders;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.HttpRefusal;
import io.chatsphere.adapter.http.web.Json;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.adapter.http.web.RequestIds;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every refusal and every failure, in the language of the request. Thread-safe. */
public final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final Languages languages;
    private final CommonHeaders headers;

    public ErrorAnswers(Languages languages, CommonHeaders headers) {
        this.languages = languages;
        this.headers = headers;
    }

    /** Makes a server that is being configured answer so, whatever goes wrong in it. */
    public void install(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.routes.exception(ChatException.class, this::refuse);
        config.routes.exception(HttpRefusal.class, (e, ctx) -> answer(ctx, e.status(), e.code()));
        config.routes.exception(HttpResponseException.class, this::refuse);
        config.routes.exception(Exception.class, this::fail);
        config.router.javaLangErrorHandler(this::fail);
        config.jetty.modifyServer(server -> server.setErrorHandler(new ServerErrors(languages, headers)));
    }

    private void refuse(ChatException refusal, Context ctx) {
        describe(refusal, ctx);
        ErrorBody body = refusal instanceof ChatException.Invalid invalid
                ? ErrorBody.of(invalid, languages.of(ctx), RequestIds.of(ctx))
                : ErrorBody.of(refusal.code(), languages.of(ctx), RequestIds.of(ctx));
        send(ctx, Statuses.of(refusal), body);
    }

    private void refuse(HttpResponseException refusal, Context ctx) {
        if (refusal instanceof MethodNotAllowedResponse) {
            ctx.header(Header.ALLOW, refusal.getDetails().getOrDefault("availableMethods", ""));
        }
        answer(ctx, HttpStatus.forStatus(refusal.getStatus()), Statuses.reason(refusal.getStatus()));
    }

    private void fail(Exception defect, Context ctx) {
        LOG.error("request {} failed", RequestIds.of(ctx), defect);
        answer(ctx, HttpStatus.INTERNAL_SERVER_ERROR, ErrorCode.INTERNAL);
    }

    /** For errors of the virtual machine there is nothing but the bare response, in the default language. */
    private void fail(HttpServletResponse response, Error defect) {
        String id = RequestIds.of(Optional.ofNullable(response.getHeader(RequestIds.HEADER)));
        LOG.error("request {} failed", id, defect);
        response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.getCode());
        response.setContentType(ContentType.JSON);
        byte[] body = Json.write(ErrorBody.of(ErrorCode.INTERNAL, languages.fallback(), id));
        try {
            response.getOutputStream().write(body);
        } catch (IOException e) {
            LOG.debug("request {} has nobody left to be answered", id, e);
        }
    }

    private void answer(Context ctx, HttpStatus status, ErrorCode code) {
        send(ctx, status, ErrorBody.of(code, languages.of(ctx), RequestIds.of(ctx)));
    }

    private static void send(Context ctx, HttpStatus status, ErrorBody body) {
        Answers.varyBy(ctx, Header.ACCEPT_LANGUAGE);
        Answers.send(ctx, status, body);
    }

    /** What headers and the log say about a refusal. */
    private static void describe(ChatException refusal, Context ctx) {
        if (refusal instanceof ChatException.Unauthenticated) {
            ctx.header(Header.WWW_AUTHENTICATE, challenge(refusal.code()));
        }
        if (refusal instanceof ChatException.RateLimited limited) {
            retryAfter(ctx, limited.retryAfter());
        }
        if (refusal instanceof ChatException.Unavailable unavailable) {
            LOG.warn("request {} found something unavailable", RequestIds.of(ctx), unavailable.getCause());
            retryAfter(ctx, unavailable.retryAfter());
        }
    }

    private static String challenge(ErrorCode code) {
        boolean shown = code == ErrorCode.TOKEN_INVALID || code == ErrorCode.TOKEN_EXPIRED;
        return shown ? "Bearer error=\"invalid_token\"" : "Bearer";
    }

    private static void retryAfter(Context ctx, Duration wait) {
        ctx.header(Header.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
    }
}
