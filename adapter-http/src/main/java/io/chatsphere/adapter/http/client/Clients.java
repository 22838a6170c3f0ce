package io.chatsphere.adapter.http.client;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Tells where requests come from. Only proxies that are trusted may speak for others: what anybody else says of itself in
 * {@code X-Forwarded-For} or {@code X-Forwarded-Proto} counts for nothing. Thread-safe.
 */
public final class Clients {
    /** The header in which proxies say whether the client came over TLS. */
    public static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<Network> proxies;

    /** @param proxies addresses or blocks of those that are trusted */
    public Clients(List<String> proxies) {
        this.proxies = proxies.stream().map(Network::parse).toList();
    }

    /**
     * The address of the client: the right-most one of the way here that is not a trusted proxy's. Each proxy adds to the right
     * whom it was called by, so that everything left of the first stranger is only hearsay.
     */
    public String address(HttpServletRequest request) {
        return address(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED_FOR)));
    }

    String address(String peer, List<String> forwardedFor) {
        List<String> way = forwardedFor.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        return Addresses.parse(peer)
                .map(address -> Addresses.text(client(address, way)))
                .orElse(peer);
    }

    /** Whether the client came over TLS, to us or to a trusted proxy. */
    public boolean isSecure(HttpServletRequest request) {
        return isSecure(
                request.getRemoteAddr(), request.isSecure(), Optional.ofNullable(request.getHeader(FORWARDED_PROTO)));
    }

    /**
     * The same of what is known of a request.
     *
     * @param tls whether it came to us over TLS
     */
    public boolean isSecure(String peer, boolean tls, Optional<String> forwardedProto) {
        return tls
                || (Addresses.parse(peer).filter(this::isTrusted).isPresent()
                        && forwardedProto.filter(Clients::isTls).isPresent());
    }

    private static boolean isTls(String forwardedProto) {
        return forwardedProto
                .substring(forwardedProto.lastIndexOf(',') + 1)
                .strip()
                .equalsIgnoreCase("https");
    }

    private InetAddress client(InetAddress peer, List<String> way) {
        InetAddress client = peer;
        for (String hop : way.reversed()) {
            Optional<InetAddress> before = Addresses.parse(hop);
            if (!isTrusted(client) || before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }
}
