package io.chatsphere.adapter.http.web;

/**
 * The envelope of the routes about the caller.
 *
 * @param success always true: whatever fails is answered with an error
 * @param message for people
 */
public record Success<T>(boolean success, T data, String message) {
    /** It went well. */
    public static <T> Success<T> of(String message, T data) {
        return new Success<>(true, data, message);
    }
}
