package io.chatsphere.adapter.http.web;

import io.chatsphere.domain.error.ErrorCode;
import io.javalin.http.HttpStatus;
import java.io.Serial;

/** A request that is refused for what it is as HTTP, before any rule of the chat is asked. Carries no stack trace. */
public final class HttpRefusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final ErrorCode code;

    public HttpRefusal(HttpStatus status, ErrorCode code) {
        super(code.code(), null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The status to be answered. */
    public HttpStatus status() {
        return status;
    }

    /** Why. */
    public ErrorCode code() {
        return code;
    }
}
