package io.chatsphere.bootstrap.config;

import java.net.URI;

/** Reads the origins of web pages. */
final class Origins {
    /** Stands for every origin; not for production. */
    static final String ANY = "*";

    private Origins() {}

    /**
     * The origin {@code scheme://host[:port]}, without a slash at its end.
     *
     * @throws IllegalArgumentException if it is anything else; a wildcard within it is
     */
    static URI parse(String text) {
        String plain = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (!plain.matches("https?://[^/?#@*\\s]+")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not an origin such as https://chat.example.com or http://localhost:3000.");
        }
        return URI.create(plain);
    }
}
