package io.chatsphere.application.delivery;

import io.chatsphere.domain.message.Message;

/** Lets those who are live in a room get a message in the old form too. */
public final class ShareOldForm {

    /**
     * Shares a message that was just sent to a public room.
     */
    public void handle(Message message) {
        throw new UnsupportedOperationException();
    }
}
