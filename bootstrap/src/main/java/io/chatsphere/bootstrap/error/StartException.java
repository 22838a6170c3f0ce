package io.chatsphere.bootstrap.error;

import java.io.Serial;

/**
 * The server cannot start. The message is one plain sentence for the person who started it; the cause, if any, is shown only
 * when they ask for it. It never holds a secret.
 */
public final class StartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StartException(String sentence) {
        super(sentence);
    }

    public StartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
