package io.chatsphere.bootstrap.config;

import java.util.Locale;

/** The languages of texts for people. */
public enum Language {
    ZH,
    EN;

    /** As Java names it. */
    public Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }
}
