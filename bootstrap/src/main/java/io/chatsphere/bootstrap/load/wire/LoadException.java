package io.chatsphere.bootstrap.load.wire;

import java.io.Serial;

/** The load test cannot go on; nothing is said about the server's promises. The message is a sentence for people. */
public final class LoadException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public LoadException(String sentence) {
        super(sentence);
    }

    public LoadException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
