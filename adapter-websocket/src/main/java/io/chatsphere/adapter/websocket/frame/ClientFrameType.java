package io.chatsphere.adapter.websocket.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of frames from clients. */
public enum ClientFrameType {
    SEND_MESSAGE,
    EDIT_MESSAGE,
    DELETE_MESSAGE,
    JOIN_ROOM,
    LEAVE_ROOM,
    TYPING,
    MARK_READ,
    MARK_UNREAD,
    RESUME,
    AUTHENTICATE,
    PING,
    /** The old form of a message to a public room. */
    CHAT;

    private static final Map<String, ClientFrameType> BY_SPELLING =
            Arrays.stream(values()).collect(Collectors.toMap(ClientFrameType::spelling, Function.identity()));

    /** The type as it is on the wire. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type that is spelled so. */
    static Optional<ClientFrameType> of(String spelling) {
        return Optional.ofNullable(BY_SPELLING.get(spelling));
    }
}
