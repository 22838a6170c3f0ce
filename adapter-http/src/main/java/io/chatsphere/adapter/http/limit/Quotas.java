package io.chatsphere.adapter.http.limit;

import io.chatsphere.adapter.http.client.Clients;
import io.chatsphere.application.limit.RequestLimits;
import io.chatsphere.application.limit.RequestLimits.Counted;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.UserId;
import io.javalin.http.Context;
import java.util.Optional;

/** Counts requests. Answers say what is left; where nothing is, the request is refused. Thread-safe. */
public final class Quotas {
    private static final String REQUESTS = "default";
    private static final String REGISTRATIONS = "registrations";

    private final RequestLimits limits;
    private final Clients clients;

    public Quotas(RequestLimits limits, Clients clients) {
        this.limits = limits;
        this.clients = clients;
    }

    /**
     * Counts a request of somebody who is signed in, wherever from.
     *
     * @throws ChatException.RateLimited if there were too many
     */
    public void countUser(Context ctx, UserId user) {
        apply(ctx, REQUESTS, limits.ofUser(user));
    }

    /**
     * Counts a request of somebody of whom only the address is known.
     *
     * @throws ChatException.RateLimited if there were too many
     */
    public void countAddress(Context ctx) {
        apply(ctx, REQUESTS, limits.ofAddress(clients.address(ctx.req())));
    }

    /**
     * Counts the making of an account.
     *
     * @throws ChatException.RateLimited if there were too many
     */
    public void countRegistration(Context ctx) {
        apply(ctx, REGISTRATIONS, limits.registration(clients.address(ctx.req())));
    }

    private static void apply(Context ctx, String name, Optional<Counted> counted) {
        counted.ifPresent(count -> {
            RateHeaders.add(ctx, name, count);
            if (!count.budget().granted()) {
                throw new ChatException.RateLimited(count.budget().retryAfter());
            }
        });
    }
}
