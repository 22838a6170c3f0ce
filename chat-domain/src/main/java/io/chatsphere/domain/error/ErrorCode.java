package io.chatsphere.domain.error;

/**
 * Every reason for which a request is refused. {@link #code()} is for programs and never changes once released;
 * {@link #number()} is the number under which the first clients of ChatSphere know the reason, and several codes may
 * share one. The texts for people are keyed by the code and live with the application.
 */
public enum ErrorCode {
    BAD_REQUEST("request.invalid", 40000),
    UNKNOWN_FIELD("request.unknown-field", 40000),
    OUT_OF_RANGE("request.out-of-range", 40000),
    MALFORMED("request.malformed", 40022),
    MISSING_FIELD("request.missing-field", 40022),
    WRONG_TYPE("request.wrong-type", 40022),
    UNKNOWN_FRAME("request.unknown-type", 40000),
    CURSOR_INVALID("request.cursor-invalid", 40000),
    TOO_LARGE("request.too-large", 40013),
    UNSUPPORTED_MEDIA_TYPE("request.unsupported-media-type", 40015),
    METHOD_NOT_ALLOWED("request.method-not-allowed", 40005),
    ROUTE_NOT_FOUND("request.not-found", 40004),
    TOO_MANY_REQUESTS("rate.limited", 40029),
    UNAUTHENTICATED("auth.required", 40001),
    TOKEN_INVALID("auth.token-invalid", 41008),
    TOKEN_EXPIRED("auth.token-expired", 41009),
    INVALID_CREDENTIALS("auth.invalid-credentials", 41003),
    REFRESH_TOKEN_INVALID("auth.refresh-token-invalid", 41010),
    WRONG_PASSWORD("auth.wrong-password", 40000),
    PROVIDER_UNKNOWN("auth.provider-unknown", 40000),
    LOGIN_NOT_FOUND("auth.session-not-found", 40004),
    LOGIN_REQUIRED("auth.login-required", 40003),
    ACCOUNT_DISABLED("auth.account-disabled", 41004),
    USER_NOT_FOUND("user.not-found", 41001),
    EMAIL_TAKEN("user.email-taken", 41005),
    USERNAME_TAKEN("user.username-taken", 41006),
    WEAK_PASSWORD("user.weak-password", 41007),
    PASSWORD_TOO_LONG("user.password-too-long", 41007),
    USERNAME_INVALID("user.username-invalid", 40000),
    EMAIL_INVALID("user.email-invalid", 40000),
    DISPLAY_NAME_INVALID("user.display-name-invalid", 40000),
    AVATAR_URL_INVALID("user.avatar-url-invalid", 40000),
    BIO_INVALID("user.bio-invalid", 40000),
    ID_INVALID("request.id-invalid", 40000),
    ROOM_NOT_FOUND("room.not-found", 42001),
    ROOM_ACCESS_DENIED("room.access-denied", 42002),
    ROOM_FULL("room.full", 40009),
    TOO_MANY_MEMBERS("room.too-many-members", 40000),
    ROOM_OWNER_STAYS("room.owner-stays", 40009),
    ROOM_ROLE_INVALID("room.role-invalid", 40000),
    MEMBER_NOT_FOUND("room.member-not-found", 40004),
    ROOM_ARCHIVED("room.archived", 42002),
    ROOM_SLUG_TAKEN("room.slug-taken", 40009),
    ROOM_SLUG_INVALID("room.slug-invalid", 40000),
    ROOM_NAME_INVALID("room.name-invalid", 40000),
    ROOM_DESCRIPTION_INVALID("room.description-invalid", 40000),
    ROOM_MAX_MEMBERS_INVALID("room.max-members-invalid", 40000),
    CHAT_TYPE_INVALID("room.chat-type-invalid", 40000),
    SELF_CHAT("room.self-chat", 40000),
    MESSAGE_NOT_FOUND("message.not-found", 42003),
    MESSAGE_ACCESS_DENIED("message.access-denied", 40003),
    MESSAGE_TYPE_INVALID("message.type-invalid", 42004),
    MESSAGE_EMPTY("message.empty", 40000),
    MESSAGE_TOO_LONG("message.too-long", 40000),
    MESSAGE_TEXT_INVALID("message.text-invalid", 40000),
    CLIENT_MESSAGE_ID_INVALID("message.client-id-invalid", 40000),
    CLIENT_MESSAGE_ID_REUSED("message.client-id-reused", 40009),
    UNAVAILABLE("service.unavailable", 50003),
    INTERNAL("internal", 50000);

    private final String code;
    private final int number;

    ErrorCode(String code, int number) {
        this.code = code;
        this.number = number;
    }

    /** The stable name on the wire, such as {@code room.not-found}. */
    public String code() {
        return code;
    }

    /** The number on the wire, such as 42001. */
    public int number() {
        return number;
    }
}
