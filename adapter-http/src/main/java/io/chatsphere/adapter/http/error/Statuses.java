package io.chatsphere.adapter.http.error;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.error.Fault;
import io.javalin.http.HttpStatus;

/** Which status answers which refusal, and back. */
final class Statuses {
    private Statuses() {}

    static HttpStatus of(ChatException refusal) {
        return switch (refusal) {
            case ChatException.NotFound notFound -> HttpStatus.NOT_FOUND;
            case ChatException.Forbidden forbidden -> HttpStatus.FORBIDDEN;
            case ChatException.Conflict conflict -> HttpStatus.CONFLICT;
            case ChatException.Invalid invalid ->
                isOfShape(main(invalid)) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST;
            case ChatException.Unauthenticated unauthenticated -> HttpStatus.UNAUTHORIZED;
            case ChatException.RateLimited limited -> HttpStatus.TOO_MANY_REQUESTS;
            case ChatException.Unavailable unavailable -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** The fault that gives an answer its status and code: a wrong shape before a wrong value. */
    static Fault main(ChatException.Invalid invalid) {
        return invalid.faults().stream()
                .filter(Statuses::isOfShape)
                .findFirst()
                .orElse(invalid.faults().getFirst());
    }

    /** The reason that fits a status which the server found on its own. */
    static ErrorCode reason(int status) {
        return switch (status) {
            case 404 -> ErrorCode.ROUTE_NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 413 -> ErrorCode.TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ErrorCode.UNAVAILABLE;
            default -> status < 500 ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL;
        };
    }

    private static boolean isOfShape(Fault fault) {
        return switch (fault.code()) {
            case MALFORMED, MISSING_FIELD, WRONG_TYPE -> true;
            default -> false;
        };
    }
}
