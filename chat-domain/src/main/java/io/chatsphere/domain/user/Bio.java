package io.chatsphere.domain.user;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.util.regex.Pattern;

/**
 * What somebody says about themselves: 1 to 500 characters on any number of lines, without white space at its ends. Lines end
 * with {@code \n}, however they were sent (a browser's form sends {@code \r\n}).
 */
public record Bio(String value) {
    private static final int MAX = 500;
    private static final Pattern LINE_END = Pattern.compile("\r\n?");

    public Bio {
        value = LINE_END.matcher(value.strip()).replaceAll("\n");
        int length = Text.length(value);
        if (length < 1 || length > MAX || !value.codePoints().allMatch(Bio::isText)) {
            throw new ChatException.Invalid(ErrorCode.BIO_INVALID, "bio", 1L, (long) MAX);
        }
    }

    private static boolean isText(int codePoint) {
        return codePoint == '\n' || codePoint == '\t' || Text.isPrintable(codePoint);
    }

    @Override
    public String toString() {
        return value;
    }
}
