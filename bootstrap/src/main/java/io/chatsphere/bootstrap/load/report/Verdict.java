package io.chatsphere.bootstrap.load.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a run says of the server. */
public enum Verdict {
    /** Everything was held against everything, and all is right. */
    PROVED(0),
    /** The audit found something wrong. */
    FAULTS(1),
    /** Nothing wrong was found, but not everything could be looked at. */
    INCOMPLETE(3);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** How the program ends. */
    public int exitCode() {
        return exitCode;
    }

    /** In the report. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
