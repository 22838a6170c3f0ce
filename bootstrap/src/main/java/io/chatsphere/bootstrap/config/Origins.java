package io.chatsphere.bootstrap.config;

import java.net.URI;
import java.util.Locale;

/** Reads the origins of web pages. */
final class Origins {
    /** Stands for every origin; not for production. */
    static final String ANY = "*";

    private Origins() {}

    /**
     * The origin {@code scheme://host[:port]} as browsers spell it: in lower case, without the usual port and without a slash
     * at its end.
     *
     * @throws IllegalArgumentException if it is anything else; a wildcard within it is
     */
    static URI parse(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceFirst("/$", "");
        if (!plain.matches("https?://[^/?#@*\\s]+")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not an origin such as https://chat.example.com or http://localhost:3000.");
        }
        return URI.create(plain.replaceFirst("^(http://.+):80$|^(https://.+):443$", "$1$2"));
    }
}
