package io.chatsphere.adapter.redis.wire;

import java.io.Serial;

/** A message of another version, or what is no message. Its text says why, and holds nothing of it. */
public final class UnreadableMessageException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableMessageException(String reason) {
        super(reason, null, false, false);
    }
}
