package io.chatsphere.domain.message;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;

/**
 * What a message says: text without white space at its ends, never empty, without U+0000 and lone surrogates. How long it
 * may be is configured; {@link #HARD_LIMIT} is what any store must take.
 */
public record MessageContent(String text) {
    /** The greatest length in code points that can be configured. */
    public static final int HARD_LIMIT = 65_536;

    public MessageContent {
        text = text.strip();
        if (text.isEmpty()) {
            throw new ChatException.Invalid(ErrorCode.MESSAGE_EMPTY, "content");
        }
        if (!isStorable(text)) {
            throw new ChatException.Invalid(ErrorCode.MESSAGE_TEXT_INVALID, "content");
        }
        if (text.codePointCount(0, text.length()) > HARD_LIMIT) {
            throw new ChatException.Invalid(ErrorCode.MESSAGE_TOO_LONG, "content", (long) HARD_LIMIT);
        }
    }

    /** Length in code points. */
    public int length() {
        return text.codePointCount(0, text.length());
    }

    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
