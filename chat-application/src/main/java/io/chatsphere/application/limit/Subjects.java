package io.chatsphere.application.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names who is limited: short whatever was sent, and nothing that somebody typed. */
final class Subjects {
    private static final int MAX_ADDRESS = 64;
    private static final int NETWORK_BYTES = 8;
    // Nothing else is handed to the JDK, which would ask the DNS for a name.
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-fA-F]*:[0-9a-fA-F:.]*)(%[^]]*)?]?");

    private Subjects() {}

    /** A network address; of an IPv6 address the first 64 bits, since whoever has one has all of those. */
    static String ofAddress(String address) {
        var literal = IPV6.matcher(address);
        if (literal.matches()) {
            try {
                return network(InetAddress.getByName(literal.group(1)));
            } catch (UnknownHostException e) {
                return hashed(address);
            }
        }
        return address.length() > MAX_ADDRESS ? hashed(address) : address;
    }

    /** What somebody typed, unrecognizable. */
    static String hashed(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** An IPv4 address that is written as an IPv6 one is parsed to the IPv4 address. */
    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
