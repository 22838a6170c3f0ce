package io.chatsphere.application.delivery;

import io.chatsphere.application.simulation.CheckingClient;

/** A client with its session on a node. */
final class SimulatedSession {
    private final CheckingClient client;
    private final LiveSession live;
    private boolean open;

    SimulatedSession(CheckingClient client, LiveSession live) {
        this.client = client;
        this.live = live;
    }

    CheckingClient client() {
        return client;
    }

    LiveSession live() {
        return live;
    }

    /** It was let in: from now on it must be told of everything. */
    void open() {
        open = true;
        client.connected();
    }

    boolean isOpen() {
        return open && !live.isOver();
    }
}
