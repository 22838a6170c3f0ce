package io.chatsphere.application;

import io.chatsphere.application.delivery.LiveDelivery;
import io.chatsphere.application.login.Housekeeping;
import io.chatsphere.application.node.NodeWatch;
import io.chatsphere.application.presence.live.PresenceService;
import io.chatsphere.application.room.DefaultRooms;

/** What works by itself for as long as a chat is open. */
record Services(
        DefaultRooms defaultRooms,
        LiveDelivery live,
        PresenceService presence,
        Housekeeping housekeeping,
        NodeWatch nodes) {
    void open() {
        defaultRooms.ensure();
        presence.open();
        live.open(presence);
        housekeeping.open();
        nodes.open();
    }

    void close() {
        housekeeping.close();
        live.close();
        presence.close();
        nodes.close();
    }
}
