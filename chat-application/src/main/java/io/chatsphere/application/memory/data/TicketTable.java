package io.chatsphere.application.memory.data;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.login.TicketHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tickets that nobody has used yet. */
public final class TicketTable {
    private final Map<TicketHash, StoredTicket> tickets = new HashMap<>();

    private record StoredTicket(LoginId login, Instant expiresAt) {}

    public void add(TicketHash ticket, LoginId login, Instant expiresAt) {
        tickets.put(ticket, new StoredTicket(login, expiresAt));
    }

    /** Uses up a ticket; gives its login unless it has expired. */
    public Optional<LoginId> take(TicketHash ticket, Instant now) {
        return Optional.ofNullable(tickets.remove(ticket))
                .filter(stored -> now.isBefore(stored.expiresAt()))
                .map(StoredTicket::login);
    }

    /** Forgets those that expired before {@code now}. */
    public void purge(Instant now) {
        tickets.values().removeIf(stored -> stored.expiresAt().isBefore(now));
    }
}
