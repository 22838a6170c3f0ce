package io.chatsphere.application.message;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.message.Message;

/** What became of one draft; a refusal is a value, so that one refused draft spoils none beside it. */
public sealed interface Outcome {
    /**
     * It is stored, durably.
     *
     * @param duplicate whether it was stored before, by the same request
     */
    record Sent(Message message, boolean duplicate) implements Outcome {}

    /**
     * It is not stored. With {@link ChatException.Unavailable} it may be, if the store fell silent at the commit: sending it
     * again with the same client message id stores it once and tells.
     */
    record Refused(ChatException reason) implements Outcome {}
}
