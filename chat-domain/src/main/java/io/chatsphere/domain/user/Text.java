package io.chatsphere.domain.user;

import java.text.Normalizer;
import java.util.Locale;

/** Unicode rules that names share. */
final class Text {
    private Text() {}

    /**
     * The form under which names are unique: neither case nor width distinguishes them (NFKC, case-folded). A sigma
     * at the end of a word is like any other, so that letters keep their key when a name is cut behind them.
     */
    static String key(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether a code point can stand in a line of text: assigned, no control character, no lone surrogate. */
    static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
