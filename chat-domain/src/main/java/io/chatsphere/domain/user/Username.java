package io.chatsphere.domain.user;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.text.Normalizer;

/**
 * The name under which others find a user: 3 to 50 letters or digits of any script (a letter may carry combining marks),
 * in Unicode's composed form. Unique without regard to case and width, by {@link #key()}.
 */
public record Username(String value) {
    private static final int MIN = 3;
    private static final int MAX = 50;

    public Username {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
        int length = Text.length(value);
        if (length < MIN || length > MAX || !isWord(value)) {
            throw new ChatException.Invalid(ErrorCode.USERNAME_INVALID, "username", (long) MIN, (long) MAX);
        }
    }

    /** What two spellings of one name have in common. */
    public String key() {
        return Text.key(value);
    }

    private static boolean isWord(String value) {
        return Character.isLetterOrDigit(value.codePointAt(0))
                && value.codePoints().allMatch(cp -> Character.isLetterOrDigit(cp) || isMark(cp));
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    @Override
    public String toString() {
        return value;
    }
}
