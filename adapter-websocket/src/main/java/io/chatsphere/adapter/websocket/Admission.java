package io.chatsphere.adapter.websocket;

import io.chatsphere.adapter.websocket.request.Handshake;
import io.chatsphere.domain.login.Ticket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Reads what a client says when it connects, before anybody knows who it is. Stateless and thread-safe. */
final class Admission {
    private static final String BEARER = "bearer ";
    private static final int MAX_LANGUAGES = 200;
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private static final String ANY = "*";

    private final Set<String> origins = new HashSet<>();
    private final boolean anyOrigin;
    private final Locale language;

    Admission(WebSocketSettings.Origins origins, Locale language) {
        origins.publicUrl().flatMap(Admission::origin).ifPresent(this.origins::add);
        origins.allowed().forEach(allowed -> origin(allowed).ifPresent(this.origins::add));
        this.anyOrigin = origins.allowed().contains(ANY);
        this.language = language;
    }

    /**
     * Whether the address is one at all: Jetty would log it, with its token, when it finds out later. Names of hosts that no
     * address may have, such as those with an underscore, are common behind proxies and between containers.
     */
    boolean isReadable(Request request) {
        try {
            request.getHttpURI().toURI();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the page that the request comes from may connect; what is no browser names none. */
    boolean allows(Request request) {
        List<HttpField> named = request.getHeaders().getFields(HttpHeader.ORIGIN);
        if (named.isEmpty() || anyOrigin) {
            return true;
        }
        Optional<String> origin = named.size() == 1 ? origin(named.getFirst().getValue()) : Optional.empty();
        return origin.filter(value -> origins.contains(value) || value.equals(own(value, request)))
                .isPresent();
    }

    /** What the request says about who connects. */
    Handshake read(Request request) {
        return new Handshake(
                query(request, "token")
                        .or(() -> header(request, HttpHeader.AUTHORIZATION).flatMap(Admission::bearer)),
                query(request, "ticket").map(Ticket::new),
                header(request, HttpHeader.ACCEPT_LANGUAGE)
                        .flatMap(Admission::language)
                        .orElse(language));
    }

    /** The origin of the server's own pages as this client reached them, by the same scheme: TLS may end before us. */
    private static String own(String origin, Request request) {
        String scheme = origin.substring(0, origin.indexOf(':'));
        return header(request, HttpHeader.HOST)
                .flatMap(host -> origin(scheme + "://" + host))
                .orElse("");
    }

    private static Optional<String> query(Request request, String name) {
        try {
            return Optional.ofNullable(Request.extractQueryParameters(request).getValue(name))
                    .filter(secret -> !secret.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static Optional<Locale> language(String accepted) {
        try {
            return accepted.length() > MAX_LANGUAGES
                    ? Optional.empty()
                    : Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port of an address, spelled alike for the same origin; empty for what is none, such as null. */
    private static Optional<String> origin(String address) {
        try {
            URI uri = new URI(address.strip());
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int port = uri.getPort() == -1 ? defaultPort(scheme) : uri.getPort();
            return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "https", "wss" -> 443;
            default -> 80;
        };
    }

    private static Optional<String> header(Request request, HttpHeader name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }
}
