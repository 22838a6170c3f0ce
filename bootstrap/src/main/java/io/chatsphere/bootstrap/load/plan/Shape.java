package io.chatsphere.bootstrap.load.plan;

/**
 * How many take part.
 *
 * @param connections live connections in all
 * @param perUser connections of one user; the last user may have fewer
 * @param members connections in each room, of whole users: rounded up to these
 * @param senders pairs of a connection and a room that it writes to
 */
public record Shape(int connections, int perUser, int rooms, int members, int senders) {
    /** How many users these connections are of. */
    public int users() {
        return Math.ceilDiv(connections, perUser);
    }

    /** How many users are in a room. */
    public int usersOfRoom() {
        return Math.ceilDiv(members, perUser);
    }
}
