package io.chatsphere.domain.message;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;

/**
 * The name that a client gives a message before it is stored, so that a retry makes no second one: 1 to 100 printable ASCII
 * characters, unique per sender and room.
 */
public record ClientMessageId(String value) {
    private static final int MAX = 100;

    public ClientMessageId {
        if (value.isEmpty() || value.length() > MAX || !value.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw new ChatException.Invalid(ErrorCode.CLIENT_MESSAGE_ID_INVALID, "client_message_id", 1L, (long) MAX);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
