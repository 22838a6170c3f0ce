package io.chatsphere.adapter.redis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where Redis is. It prints no secret.
 *
 * @param addresses the server's one; or those of the sentinels
 * @param primary the name that the sentinels give the server; empty for a server without sentinels
 * @param user empty: the default user
 * @param password empty: none. Sentinels that ask for one get user and password too
 * @param database its number. Nodes meet only in the same one
 * @param tls whether connections are encrypted and the server's certificate is checked against the JVM's trust store
 * @param timeout the longest wait for a connection, and for an answer
 */
public record RedisSettings(
        List<Address> addresses,
        Optional<String> primary,
        Optional<String> user,
        Optional<String> password,
        int database,
        boolean tls,
        Duration timeout) {
    /** How long an answer of a server that works may take: one that pauses longer is as good as gone. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);

    private static final int REDIS_PORT = 6_379;
    private static final int SENTINEL_PORT = 26_379;
    private static final String HOST = "[^\\s@/?#:,\\[\\]]+|\\[[0-9a-fA-F:.]+]";
    private static final String CREDENTIALS = "(?:(?<user>[^\\s@/?#:]*)(?::(?<password>[^\\s@/?#]*))?@)?";
    private static final Pattern SHAPE = Pattern.compile(
            "redis(?<tls>s?)(?<sentinel>\\+sentinel)?://" + CREDENTIALS
                    + "(?<hosts>[^\\s@/?#]+)(?:/(?<name>[^\\s@/?#]*[^\\s@/?#0-9][^\\s@/?#]*))?(?:/(?<database>[0-9]{0,3}))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("(?<host>" + HOST + ")(?::(?<port>[0-9]{1,5}))?");
    private static final String FAULT = "The Redis URL is not of the form redis://user:password@host:6379/0"
            + " (rediss with TLS) or redis+sentinel://user:password@host:26379,host:26379/name/0; characters such as"
            + " @, : and / in a user or password must be percent-encoded.";

    public RedisSettings {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty() || (primary.isEmpty() && addresses.size() > 1)) {
            throw new IllegalArgumentException("One server, or at least one sentinel, is needed.");
        }
    }

    /** A host name or address, IPv6 without brackets, and a port. */
    public record Address(String host, int port) {
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * Reads a URL: {@code redis://user:password@host:port/database}, {@code rediss://} with TLS, or
     * {@code redis+sentinel://user:password@host:port,host:port/name/database}; everything but a host and the name may be
     * missing. User, password and name are percent-decoded.
     *
     * @throws IllegalArgumentException with a sentence for people that holds no part of the URL
     */
    public static RedisSettings parse(String url) {
        Matcher matcher = SHAPE.matcher(url.strip());
        if (!matcher.matches() || (matcher.group("sentinel") == null) != (matcher.group("name") == null)) {
            throw new IllegalArgumentException(FAULT);
        }
        boolean sentinel = matcher.group("sentinel") != null;
        return new RedisSettings(
                addresses(matcher.group("hosts"), sentinel),
                part(matcher.group("name")),
                part(matcher.group("user")),
                part(matcher.group("password")),
                part(matcher.group("database")).map(Integer::parseInt).orElse(0),
                !matcher.group("tls").isEmpty(),
                DEFAULT_TIMEOUT);
    }

    /** The hosts and ports, for people. */
    public String place() {
        return addresses.stream().map(Address::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "RedisSettings[" + place() + ", the rest hidden]";
    }

    private static List<Address> addresses(String hosts, boolean sentinel) {
        List<Address> addresses = Arrays.stream(hosts.split(",", -1))
                .map(host -> address(host, sentinel ? SENTINEL_PORT : REDIS_PORT))
                .toList();
        if (!sentinel && addresses.size() > 1) {
            throw new IllegalArgumentException(FAULT);
        }
        return addresses;
    }

    private static Address address(String text, int defaultPort) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(FAULT);
        }
        int port = matcher.group("port") == null ? defaultPort : Integer.parseInt(matcher.group("port"));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(FAULT);
        }
        return new Address(matcher.group("host").replaceAll("[\\[\\]]", ""), port);
    }

    /** Percent-decoding alone: a plus sign is a plus sign. */
    private static Optional<String> part(String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Its text names what it could not read: a part of the URL.
            throw new IllegalArgumentException(FAULT);
        }
    }
}
