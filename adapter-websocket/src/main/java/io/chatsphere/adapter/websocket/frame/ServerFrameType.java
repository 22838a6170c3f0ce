package io.chatsphere.adapter.websocket.frame;

import java.util.Locale;

/** The types of frames to clients. */
public enum ServerFrameType {
    CONNECTION_ESTABLISHED,
    ONLINE_USERS,
    PRESENCE,
    PONG,
    MESSAGE_ACK,
    ERROR,
    MESSAGE,
    MESSAGE_UPDATED,
    MESSAGE_DELETED,
    MEMBER_JOINED,
    MEMBER_LEFT,
    ROOM_UPDATED,
    ADVANCE,
    CONVERSATION_UPDATED,
    ROOM_ADDED,
    ROOM_REMOVED,
    READ,
    RESUMED,
    TYPING,
    USER_JOINED,
    USER_LEFT,
    CHAT_MESSAGE,
    TOKEN_EXPIRING,
    RECONNECT;

    private final String spelling = name().toLowerCase(Locale.ROOT);

    /** The type as it is on the wire. */
    public String spelling() {
        return spelling;
    }
}
