package io.chatsphere.adapter.http.web;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.error.Fault;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Slug;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads the parameters of a query: another type is refused as such, a value out of range as that. */
public final class QueryParams {
    /** The greatest whole number that every JSON reader keeps exactly. */
    public static final long MAX_SAFE = (1L << 53) - 1;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final Context ctx;

    /** @throws ChatException.Invalid if the query is not encoded as an address must be */
    public QueryParams(Context ctx) {
        if (ctx.queryString() != null
                && BROKEN_ESCAPE.matcher(ctx.queryString()).find()) {
            throw new ChatException.Invalid(ErrorCode.MALFORMED, "query");
        }
        this.ctx = ctx;
    }

    /** The slug of a room. */
    public Optional<Slug> slug(String name) {
        return text(name).map(text -> slug(name, text));
    }

    /** The id of a user. */
    public Optional<UserId> userId(String name) {
        return text(name).map(text -> UserId.parse(text, name));
    }

    /** A whole number from {@code min} to {@code max}. */
    public int number(String name, int min, int max, int fallback) {
        return (int) number(name, (long) min, max).orElse(fallback);
    }

    /** A whole number from {@code min} to {@link #MAX_SAFE}. */
    public OptionalLong number(String name, long min) {
        return number(name, min, MAX_SAFE);
    }

    /** {@code true} or {@code false}; {@code false} where it is missing. */
    public boolean flag(String name) {
        return switch (text(name).orElse("false")) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new ChatException.Invalid(ErrorCode.WRONG_TYPE, name);
        };
    }

    private static Slug slug(String name, String text) {
        try {
            return new Slug(text);
        } catch (ChatException.Invalid e) {
            Fault fault = e.faults().getFirst();
            throw new ChatException.Invalid(List.of(new Fault(name, fault.code(), fault.limits())));
        }
    }

    /** A text; empty where it is missing. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(ctx.queryParam(name));
    }

    private OptionalLong number(String name, long min, long max) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!WHOLE_NUMBER.matcher(text.get()).matches()) {
            throw new ChatException.Invalid(ErrorCode.WRONG_TYPE, name);
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= min && value <= max) {
                return OptionalLong.of(value);
            }
        } catch (NumberFormatException e) {
            // More digits than a long has: out of range like any other number that is too great.
            throw outOfRange(name, min, max);
        }
        throw outOfRange(name, min, max);
    }

    private static ChatException.Invalid outOfRange(String name, long min, long max) {
        return new ChatException.Invalid(ErrorCode.OUT_OF_RANGE, name, min, max);
    }
}
