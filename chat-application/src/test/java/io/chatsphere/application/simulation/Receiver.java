package io.chatsphere.application.simulation;

import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.application.delivery.Notice;

/** Who reads what a session was sent, as late as they like. */
public interface Receiver {
    void take(Delivery delivery);

    void take(Notice.Body told);

    /** Nothing more comes. */
    void ended(EndReason reason);
}
