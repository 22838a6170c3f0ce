package io.chatsphere.adapter.http.client;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * A block of network addresses.
 *
 * @param base one of its addresses
 * @param bits how many leading bits all of them share with it
 */
public record Network(InetAddress base, int bits) {
    /**
     * Reads CIDR notation such as {@code 10.0.0.0/8}; an address alone is a block of one.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress base = Addresses.parse(parts[0]).orElseThrow(() -> wrong(text, null));
        int width = base.getAddress().length * Byte.SIZE;
        try {
            int bits = parts.length == 1 ? width : Integer.parseInt(parts[1]);
            if (bits >= 0 && bits <= width) {
                return new Network(base, bits);
            }
        } catch (NumberFormatException e) {
            throw wrong(text, e);
        }
        throw wrong(text, null);
    }

    /** Whether an address lies in the block; none of the other version of IP does. */
    boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        int rest = mine.length * Byte.SIZE - bits;
        return mine.length == other.length
                && new BigInteger(1, mine).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
    }

    private static IllegalArgumentException wrong(String text, NumberFormatException cause) {
        return new IllegalArgumentException(
                "\"" + text + "\" is neither an address nor a block such as 10.0.0.0/8", cause);
    }
}
