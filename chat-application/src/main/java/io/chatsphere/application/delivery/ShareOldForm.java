package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.message.Message;

/** Lets those who are live in a room get a message in the old form too. */
public final class ShareOldForm {
    private final ChangeBus bus;

    public ShareOldForm(ChangeBus bus) {
        this.bus = bus;
    }

    /**
     * Shares a message that was just sent to a public room: all others who are live there get it, behind the message itself. In
     * another room nothing happens.
     */
    public void handle(Message message) {
        bus.publish(message.room(), new Signal.OldForm(message));
    }
}
