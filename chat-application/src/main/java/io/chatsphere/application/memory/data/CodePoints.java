package io.chatsphere.application.memory.data;

/** Text by its code points, as databases see it, and not by Java's chars. */
public final class CodePoints {
    private CodePoints() {}

    /** The order of code points, which for texts beyond the first 65,536 code points is not that of {@link String}. */
    static int compare(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Integer.compare(rank(a), rank(b));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Whether {@code text} begins with {@code start}; half a character begins nothing. */
    public static boolean startsWith(String text, String start) {
        return text.startsWith(start)
                && (start.isEmpty() || !Character.isHighSurrogate(start.charAt(start.length() - 1)));
    }

    /** Surrogates stand for code points behind all others. */
    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }
}
