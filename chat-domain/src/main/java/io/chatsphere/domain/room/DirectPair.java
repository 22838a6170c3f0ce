package io.chatsphere.domain.room;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;

/** The two users of a direct room, unordered: {@code low} is the one whose id is spelled first. */
public record DirectPair(UserId low, UserId high) {
    public DirectPair {
        if (low.toString().compareTo(high.toString()) >= 0) {
            throw new IllegalArgumentException("not in order; use DirectPair.of");
        }
    }

    /**
     * The pair of two users in any order.
     *
     * @throws ChatException.Invalid with {@code SELF_CHAT} if they are one
     */
    public static DirectPair of(UserId one, UserId other) {
        int order = one.toString().compareTo(other.toString());
        if (order == 0) {
            throw new ChatException.Invalid(ErrorCode.SELF_CHAT, "chat_id");
        }
        return order < 0 ? new DirectPair(one, other) : new DirectPair(other, one);
    }

    /** Whether {@code user} is one of the two. */
    public boolean contains(UserId user) {
        return low.equals(user) || high.equals(user);
    }

    /** The one who is not {@code user}, who must be one of the two. */
    public UserId other(UserId user) {
        if (!contains(user)) {
            throw new IllegalArgumentException("not one of the pair");
        }
        return low.equals(user) ? high : low;
    }
}
