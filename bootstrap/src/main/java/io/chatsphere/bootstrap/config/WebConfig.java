package io.chatsphere.bootstrap.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How the server is reached.
 *
 * @param port 0 for any free one
 * @param publicUrl where browsers reach it, without a path, if that is not where it listens
 * @param allowedOrigins of web pages that may call it, as browsers spell them, or {@code *} alone for all
 * @param trustedProxies addresses or networks, such as {@code 10.0.0.0/8}
 * @param language of texts for people who name none
 */
public record WebConfig(
        String host,
        int port,
        Optional<URI> publicUrl,
        List<String> allowedOrigins,
        List<String> trustedProxies,
        Language language) {
    public WebConfig {
        allowedOrigins = List.copyOf(allowedOrigins);
        trustedProxies = List.copyOf(trustedProxies);
    }
}
