package io.chatsphere.adapter.http;

import java.util.Locale;

/**
 * How the REST interface behaves.
 *
 * @param defaultLanguage for clients that ask for neither 中文 nor English
 * @param version what the server calls its own version
 * @param maxBodyBytes the greatest size of a request body
 * @param websocketPath where live connections are made, as the root page names it
 */
public record HttpSettings(Locale defaultLanguage, String version, int maxBodyBytes, String websocketPath) {
    /** 中文, bodies up to 64 KiB, sockets at {@code /ws}. */
    public static HttpSettings of(String version) {
        return new HttpSettings(Locale.CHINESE, version, 64 * 1024, "/ws");
    }

    public HttpSettings {
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("maxBodyBytes must be positive: " + maxBodyBytes);
        }
    }
}
