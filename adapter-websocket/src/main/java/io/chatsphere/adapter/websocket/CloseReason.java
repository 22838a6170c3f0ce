package io.chatsphere.adapter.websocket;

import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.domain.error.ChatException;

/** Why the server closes a connection, as the client is told. */
enum CloseReason {
    SILENT(1001, "no sign of life"),
    BINARY(1003, "text frames only"),
    FLOODING(1008, "too many frames that are broken or come too fast"),
    TOO_MANY_FRAGMENTS(1008, "too many fragments"),
    FRAGMENTS_TOO_SLOW(1008, "the fragments of a message came too slowly"),
    TOO_BIG(1009, "the message is too big"),
    INTERNAL(1011, "internal error"),
    RESTARTING(1012, "the service restarts"),
    UNAUTHENTICATED(4001, "not authenticated"),
    TOKEN_ENDED(4002, "the token has ended"),
    REVOKED(4003, "session revoked or account disabled"),
    TOO_SLOW(4008, "too slow"),
    REPLACED(4009, "replaced by a newer connection");

    private final int code;
    private final String text;

    CloseReason(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The close code on the wire. */
    int code() {
        return code;
    }

    /** The reason text on the wire. */
    String text() {
        return text;
    }

    /** Whether the client is to connect again at once, which all clients of this server may be told together. */
    boolean isRestart() {
        return this == RESTARTING;
    }

    /** Whether what waits for the client is to be sent first; there is no sense in that where the client does not read. */
    boolean afterWaiting() {
        return this != TOO_SLOW && this != SILENT;
    }

    static CloseReason of(EndReason reason) {
        return switch (reason) {
            case TOO_SLOW -> TOO_SLOW;
            case REPLACED -> REPLACED;
            case TOKEN_ENDED -> TOKEN_ENDED;
            case REVOKED -> REVOKED;
            case RESET, STOPPING -> RESTARTING;
        };
    }

    /** Why somebody is not let in. */
    static CloseReason of(ChatException refusal) {
        return switch (refusal) {
            case ChatException.Unauthenticated e -> UNAUTHENTICATED;
            case ChatException.NotFound e -> UNAUTHENTICATED;
            case ChatException.Conflict e -> UNAUTHENTICATED;
            case ChatException.Invalid e -> UNAUTHENTICATED;
            case ChatException.Forbidden e -> REVOKED;
            case ChatException.RateLimited e -> RESTARTING;
            case ChatException.Unavailable e -> RESTARTING;
        };
    }
}
