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
    @Override
    public String toString() {
        return "Handshake[" + language + "]";
    }
}
