package io.chatsphere.application.login;

import io.chatsphere.domain.login.Ticket;
import java.time.Duration;

/** A ticket and how long it is good for. Printing it shows no ticket. */
public record IssuedTicket(Ticket ticket, Duration expiresIn) {}
