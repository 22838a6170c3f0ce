package io.chatsphere.domain.login;

/** The SHA-256 of a ticket, 64 hexadecimal digits: what the store keeps of it. */
public record TicketHash(String hex) {
    public TicketHash {
        hex = Secrets.checkHash(hex);
    }
}
