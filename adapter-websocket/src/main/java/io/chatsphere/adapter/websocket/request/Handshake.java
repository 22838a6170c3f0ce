package io.chatsphere.adapter.websocket.request;

import io.chatsphere.domain.login.Ticket;
import java.util.Locale;
import java.util.Optional;

/**
 * Who claims to connect, and speaks which language.
 *
 * @param token not checked yet; a secret
 * @param ticket not checked yet; asked only where there is no token
 * @param language of texts for people
 */
public record Handshake(Optional<String> token, Optional<Ticket> ticket, Locale language) {
    /** What is still of use when its sender is let in: no secret is kept as long as a connection lasts. */
    public Handshake admitted() {
        return new Handshake(Optional.empty(), Optional.empty(), language);
    }

    @Override
    public String toString() {
        return "Handshake[" + language + "]";
    }
}
