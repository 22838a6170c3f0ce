package io.chatsphere.domain.error;

import java.io.Serial;
import java.time.Duration;
import java.util.List;

/**
 * A refusal. Its kind says what a caller can do about it, its {@link #code()} says why. Each protocol maps the kinds in one
 * exhaustive switch without a default, so that a new kind breaks the build instead of becoming an internal error.
 *
 * <p>Refusals are answers, not defects: they carry no stack trace and their text never holds a secret or user content.
 */
public abstract sealed class ChatException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    private ChatException(ErrorCode code, Throwable cause) {
        super(code.code(), cause, false, cause != null);
        this.code = code;
    }

    /** Why. */
    public final ErrorCode code() {
        return code;
    }

    /** The thing does not exist, or the caller may not know that it does. */
    public static final class NotFound extends ChatException {
        @Serial
        private static final long serialVersionUID = 1L;

        public NotFound(ErrorCode code) {
            super(code, null);
        }
    }

    /** The caller may see the thing, and may not do this with it. */
    public static final class Forbidden extends ChatException {
        @Serial
        private static final long serialVersionUID = 1L;

        public Forbidden(ErrorCode code) {
            super(code, null);
        }
    }

    /** The request contradicts what is stored: a name is taken, an id was used for something else. */
    public static final class Conflict extends ChatException {
        @Serial
        private static final long serialVersionUID = 1L;

        public Conflict(ErrorCode code) {
            super(code, null);
        }
    }

    /** The request holds nonsense; every known fault is named. */
    public static final class Invalid extends ChatException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        /** One fault, with the numbers that its text names. */
        public Invalid(ErrorCode code, String field, Long... limits) {
            this(List.of(new Fault(field, code, List.of(limits))));
        }

        /** Several faults, at least one; the first gives the exception its code. */
        public Invalid(List<Fault> faults) {
            super(faults.getFirst().code(), null);
            this.faults = List.copyOf(faults);
        }

        /** All faults in the order of the request's fields, never empty. */
        public List<Fault> faults() {
            return faults;
        }
    }

    /** Nobody is signed in: credentials or token are missing, wrong, expired or revoked. */
    public static final class Unauthenticated extends ChatException {
        @Serial
        private static final long serialVersionUID = 1L;

        public Unauthenticated(ErrorCode code) {
            super(code, null);
        }
    }

    /** Too much in too short a time. */
    public static final class RateLimited extends ChatException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        public RateLimited(Duration retryAfter) {
            super(ErrorCode.TOO_MANY_REQUESTS, null);
            this.retryAfter = retryAfter;
        }

        /** How long to wait before the next try, positive. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Something that is needed does not answer or is overloaded. Nothing was acknowledged; trying again is right. */
    public static final class Unavailable extends ChatException {
        @Serial
        private static final long serialVersionUID = 1L;

        private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

        /** Overload: refused before anything was tried. */
        public Unavailable() {
            super(ErrorCode.UNAVAILABLE, null);
        }

        /** A dependency failed; {@code cause} is for the log, never for the caller. */
        public Unavailable(Throwable cause) {
            super(ErrorCode.UNAVAILABLE, cause);
        }

        /** How long to wait before the next try, positive. */
        public Duration retryAfter() {
            return RETRY_AFTER;
        }
    }
}
