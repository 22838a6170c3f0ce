package io.chatsphere.bootstrap.load.wire;

import java.util.Arrays;

/**
 * The texts and the ids of a run's messages. Both follow from the message's number, so that whoever reads one can tell whether
 * it is as it was sent. Immutable.
 */
public final class MessageText {
    /** The shortest text: any number, and a mark. */
    public static final int SHORTEST = 10;

    /** Of no message of this run. */
    public static final int NONE = -1;

    private static final String LETTERS = "The quick brown fox jumps over the lazy dog, and nobody minds. ";
    private static final char MARK = ':';
    private static final int DIGITS = 9;

    private final String prefix;
    private final int size;
    private final char[] filler;

    /**
     * The texts of one run.
     *
     * @param run what no other run is called
     * @param size of each text, at least {@link #SHORTEST}; all characters are of one byte
     */
    public MessageText(String run, int size) {
        this.prefix = run + "-";
        this.size = size;
        this.filler = LETTERS.repeat(size / LETTERS.length() + 1).toCharArray();
        // Servers cut white space off.
        filler[size - 1] = '.';
    }

    /** The {@code client_message_id} of a message. */
    public String clientId(int number) {
        return prefix + number;
    }

    /** The message with this {@code client_message_id}. */
    public int number(String clientId) {
        return clientId.startsWith(prefix) ? number(clientId, prefix.length()) : NONE;
    }

    /** The text of a message: its number, then always the same. */
    public String text(int number) {
        String digits = Integer.toString(number) + MARK;
        return digits + new String(filler, digits.length(), size - digits.length());
    }

    /** The message whose text this is, to the last character. */
    public int numberOf(String text) {
        return numberOf(text.toCharArray(), 0, text.length());
    }

    /** The same, of a part of an array. */
    int numberOf(char[] text, int offset, int length) {
        if (length != size) {
            return NONE;
        }
        int number = 0;
        int digits = 0;
        while (digits < Math.min(size, DIGITS) && isDigit(text[offset + digits])) {
            number = number * 10 + text[offset + digits] - '0';
            digits++;
        }
        boolean isMarked = digits > 0 && digits < size && text[offset + digits] == MARK;
        return isMarked && Arrays.equals(text, offset + digits + 1, offset + size, filler, digits + 1, size)
                ? number
                : NONE;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int number(String text, int from) {
        int digits = text.length() - from;
        if (digits < 1 || digits > DIGITS) {
            return NONE;
        }
        int number = 0;
        for (int i = from; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return NONE;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
