package io.chatsphere.adapter.http.conversation;

/**
 * The answer to marking: like {@link io.chatsphere.adapter.http.web.Success}, without data.
 *
 * @param success always true
 * @param message for people
 */
record MarkedBody(boolean success, String message) {}
