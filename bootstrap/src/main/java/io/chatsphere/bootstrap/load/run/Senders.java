package io.chatsphere.bootstrap.load.run;

import io.chatsphere.bootstrap.load.plan.Layout.Seat;
import java.util.List;

/** Those who write. */
final class Senders {
    private final List<Seat> seats;
    private final List<Connection> connections;
    private final List<String> rooms;
    private final Common common;

    Senders(Scene scene, List<Connection> connections, Common common) {
        this.seats = scene.layout().senders();
        this.connections = connections;
        this.rooms = scene.roomNames();
        this.common = common;
    }

    int count() {
        return seats.size();
    }

    /** One of them writes a message that was due then, unless its connection may not come back. */
    void write(int sender, long due) {
        Seat seat = seats.get(sender);
        Connection connection = connections.get(seat.connection());
        if (connection.reconnector().isEnded()) {
            return;
        }
        int number = common.ledger().add(sender, due);
        connection.write(number, rooms.get(seat.room()));
        common.latencies().late(due, System.nanoTime());
    }
}
