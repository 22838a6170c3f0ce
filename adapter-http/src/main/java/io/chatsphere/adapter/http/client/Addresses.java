package io.chatsphere.adapter.http.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads network addresses as headers and configurations spell them. Never asks a name server. */
final class Addresses {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile("(?<address>" + OCTET + "(\\." + OCTET + "){3})(:[0-9]{1,5})?");
    private static final Pattern BRACKETED = Pattern.compile("\\[(?<address>[^\\]]*)](:[0-9]{1,5})?");
    /** Only with a colon in it is a text sure to be no host name. */
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");

    private Addresses() {}

    /** The address that a text spells; a port behind it, brackets and a zone are left out. Empty for anything else. */
    static Optional<InetAddress> parse(String text) {
        Matcher four = IPV4.matcher(text);
        if (four.matches()) {
            return literal(four.group("address"));
        }
        Matcher bracketed = BRACKETED.matcher(text);
        String six = (bracketed.matches() ? bracketed.group("address") : text).split("%", 2)[0];
        return IPV6.matcher(six).matches() ? literal(six) : Optional.empty();
    }

    /** How an address is shown: without a zone, IPv6 in small letters. */
    static String text(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? text.split("%", 2)[0] : text;
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            // It looks like an address of IPv6 and is none.
            return Optional.empty();
        }
    }
}
