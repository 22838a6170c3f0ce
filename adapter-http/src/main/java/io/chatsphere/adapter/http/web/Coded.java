package io.chatsphere.adapter.http.web;

import java.util.Optional;

/**
 * The envelope of the routes about signing in.
 *
 * @param code 20000 or 20001
 * @param message for people
 */
public record Coded<T>(int code, String message, Optional<T> data) {
    private static final int OK = 20000;
    private static final int CREATED = 20001;

    /** It went well. */
    public static <T> Coded<T> ok(String message, T data) {
        return new Coded<>(OK, message, Optional.of(data));
    }

    /** It went well, and there is nothing more to tell. */
    public static Coded<Void> done(String message) {
        return new Coded<>(OK, message, Optional.empty());
    }

    /** Something was made. */
    public static <T> Coded<T> created(String message, T data) {
        return new Coded<>(CREATED, message, Optional.of(data));
    }
}
