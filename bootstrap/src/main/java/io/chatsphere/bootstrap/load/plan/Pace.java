package io.chatsphere.bootstrap.load.plan;

/** What decides when the next message is sent. */
public sealed interface Pace {
    /** A timetable: so many messages a second, by all senders together, whether or not the server keeps up. */
    record Open(double rate) implements Pace {}

    /** The server: each sender keeps so many messages unacknowledged, and writes the next when one is acknowledged. */
    record Closed(int window) implements Pace {}
}
