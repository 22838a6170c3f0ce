package io.chatsphere.application.delivery;

import java.util.function.Function;

/** What an encoder made of something, remembered for the encoder that asked last. Thread-safe. */
final class Memo {
    private volatile Encoding encoding = Encoding.NONE;

    private record Encoding(Object encoder, Object value) {
        static final Encoding NONE = new Encoding("", "");
    }

    @SuppressWarnings("unchecked")
    <S, T> T get(Function<? super S, T> encoder, S source) {
        Encoding known = encoding;
        if (known.encoder().equals(encoder)) {
            return (T) known.value();
        }
        T value = encoder.apply(source);
        encoding = new Encoding(encoder, value);
        return value;
    }
}
