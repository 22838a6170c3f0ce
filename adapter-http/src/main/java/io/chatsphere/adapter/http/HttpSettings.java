package io.chatsphere.adapter.http;

import io.chatsphere.adapter.http.client.Network;
import java.util.List;
import java.util.Locale;

/**
 * How the REST interface behaves. Begin with {@link #of} and change what differs.
 *
 * @param defaultLanguage for clients that ask for neither 中文 nor English
 * @param version what the server calls its own version
 * @param maxBodyBytes the greatest size of a request body
 * @param websocketPath where live connections are made, as the root page names it
 * @param allowedOrigins of web pages that may read answers, as browsers spell them ({@code https://chat.example.com});
 *     {@code *} allows every page to call without cookies
 * @param trustedProxies whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed: addresses or CIDR blocks
 */
public record HttpSettings(
        Locale defaultLanguage,
        String version,
        int maxBodyBytes,
        String websocketPath,
        List<String> allowedOrigins,
        List<String> trustedProxies) {
    /** 中文, bodies up to 64 KiB, sockets at {@code /ws}, no pages of other origins, no proxies. */
    public static HttpSettings of(String version) {
        return new HttpSettings(Locale.CHINESE, version, 64 * 1024, "/ws", List.of(), List.of());
    }

    /** @throws IllegalArgumentException if the size is not positive, or a proxy is neither an address nor a block */
    public HttpSettings {
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("maxBodyBytes must be positive: " + maxBodyBytes);
        }
        allowedOrigins = List.copyOf(allowedOrigins);
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(Network::parse);
    }

    /** The same with another default language. */
    public HttpSettings withDefaultLanguage(Locale language) {
        return new HttpSettings(language, version, maxBodyBytes, websocketPath, allowedOrigins, trustedProxies);
    }

    /** The same with another greatest size of bodies. */
    public HttpSettings withMaxBodyBytes(int bytes) {
        return new HttpSettings(defaultLanguage, version, bytes, websocketPath, allowedOrigins, trustedProxies);
    }

    /** The same for pages of these origins. */
    public HttpSettings withAllowedOrigins(List<String> origins) {
        return new HttpSettings(defaultLanguage, version, maxBodyBytes, websocketPath, origins, trustedProxies);
    }

    /** The same behind these proxies. */
    public HttpSettings withTrustedProxies(List<String> proxies) {
        return new HttpSettings(defaultLanguage, version, maxBodyBytes, websocketPath, allowedOrigins, proxies);
    }
}
