package io.chatsphere.bootstrap.load.wire;

/** A text in 64 bits: two that differ are alike once in 2^64. */
public final class Fingerprint {
    private static final long BASIS = 0xCBF29CE484222325L;
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private Fingerprint() {}

    /** Of a text. */
    public static long of(CharSequence text) {
        long mixed = BASIS;
        for (int i = 0; i < text.length(); i++) {
            mixed = step(mixed, text.charAt(i));
        }
        return mixed;
    }

    static long of(char[] text, int offset, int length) {
        long mixed = BASIS;
        for (int i = offset; i < offset + length; i++) {
            mixed = step(mixed, text[i]);
        }
        return mixed;
    }

    private static long step(long mixed, char next) {
        long product = (mixed ^ next) * MIXER;
        return product ^ product >>> 32;
    }
}
