package io.chatsphere.bootstrap.load.wire;

/** Who is told what comes over a live connection: one call at a time, in the order in which it came. Must not block. */
public interface LiveEvents {
    /** The connection is admitted. */
    void established(Frame frame);

    /** A new message. */
    void message(Frame frame);

    /** Another change of a room. */
    void change(Frame frame);

    /** A message of this connection is stored. */
    void acknowledged(Frame frame);

    /** The user is in a room now. */
    void roomAdded(Frame frame);

    /** What was missed of a room has come. */
    void resumed(Frame frame);

    /** A frame of this connection was refused. */
    void refused(Frame frame);

    /** The token ends soon. */
    void tokenExpiring();

    /** The server goes; come back after a while. */
    void reconnect(Frame frame);

    /** A frame that cannot be read. */
    void unreadable(String reason);

    /** The connection is over, or was never there; the last call. Code 1006 if it ended without one. */
    void closed(int code, String reason);
}
