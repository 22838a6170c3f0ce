package io.chatsphere.domain.login;

import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * What a browser puts into the address of a live connection instead of its access token: 256 random bits, base64url, good
 * once and for seconds. Only its hash is stored; cannot be printed.
 */
public final class Ticket {
    private final String value;

    public Ticket(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** A new ticket; {@code random} must be a cryptographic generator. */
    public static Ticket next(RandomGenerator random) {
        return new Ticket(Secrets.next(random));
    }

    /** What the store keeps. */
    public TicketHash hash() {
        return new TicketHash(Secrets.hash(value));
    }

    /** The ticket itself, for its owner alone. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Ticket[hidden]";
    }
}
