package io.chatsphere.domain.message;

/**
 * What updating a message gave.
 *
 * @param message as it is now
 * @param changed whether this call changed it
 */
public record UpdatedMessage(Message message, boolean changed) {}
