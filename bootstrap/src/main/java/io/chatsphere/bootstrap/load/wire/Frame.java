package io.chatsphere.bootstrap.load.wire;

/** What matters of a frame from the server. One instance is filled again and again: take from it what is to stay. */
public final class Frame {
    String type = "";
    String chatId = "";
    String error = "";
    String epoch = "";
    String requestType = "";
    long id;
    long position;
    long revision;
    long prev;
    long lastPosition;
    int number = MessageText.NONE;
    boolean intact;
    boolean complete;
    boolean reset;
    /** Seconds or milliseconds, as the field that it comes from says. */
    long after;

    int heartbeatSeconds;

    void clear() {
        type = "";
        chatId = "";
        error = "";
        epoch = "";
        requestType = "";
        id = 0;
        position = 0;
        revision = 0;
        prev = 0;
        lastPosition = 0;
        number = MessageText.NONE;
        intact = false;
        complete = false;
        reset = false;
        after = 0;
        heartbeatSeconds = 0;
    }

    public String chatId() {
        return chatId;
    }

    /** The code of an error. */
    public String error() {
        return error;
    }

    public String epoch() {
        return epoch;
    }

    /** The type of the frame that an error answers. */
    public String requestType() {
        return requestType;
    }

    /** A fingerprint of the message's id. */
    public long id() {
        return id;
    }

    public long position() {
        return position;
    }

    public long revision() {
        return revision;
    }

    public long prev() {
        return prev;
    }

    /** Of a conversation. */
    public long lastPosition() {
        return lastPosition;
    }

    /** Which message of this run it is about, {@link MessageText#NONE} if none. */
    public int number() {
        return number;
    }

    /** Whether the text is that of message {@link #number}. */
    public boolean isIntact() {
        return intact;
    }

    public boolean isComplete() {
        return complete;
    }

    public boolean isReset() {
        return reset;
    }

    /** When to try again: seconds of an error, milliseconds of {@code reconnect}. */
    public long after() {
        return after;
    }

    /** How often the server pings. */
    public int heartbeatSeconds() {
        return heartbeatSeconds;
    }
}
