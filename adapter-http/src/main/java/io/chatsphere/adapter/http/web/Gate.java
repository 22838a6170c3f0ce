package io.chatsphere.adapter.http.web;

import io.chatsphere.adapter.http.limit.Quotas;
import io.chatsphere.application.login.Authenticate;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.security.RouteRole;
import java.util.Set;

/** Lets requests through to their route: all routes need a caller, except those that are declared open. Thread-safe. */
public final class Gate {
    private static final String CALLER = Gate.class.getName();
    private static final String SCHEME = "Bearer ";

    private final Authenticate authenticate;
    private final Quotas quotas;

    public Gate(Authenticate authenticate, Quotas quotas) {
        this.authenticate = authenticate;
        this.quotas = quotas;
    }

    /**
     * To be called when the route is known and before it is run.
     *
     * @throws ChatException.Unauthenticated if the route needs a caller and there is none
     * @throws ChatException.RateLimited if there were too many requests of the caller, or of the address where there is none
     */
    public void check(Context ctx) {
        Set<RouteRole> roles = ctx.routeRoles();
        if (roles.contains(Access.UNCOUNTED)) {
            return;
        }
        if (roles.contains(Access.ANYONE)) {
            quotas.countAddress(ctx);
            return;
        }
        Caller caller = authenticate.handle(token(ctx));
        quotas.countUser(ctx, caller.user());
        ctx.attribute(CALLER, caller);
    }

    /** Who calls; asked for only on routes for {@link Access#SIGNED_IN}. */
    public static Caller caller(Context ctx) {
        Caller caller = ctx.attribute(CALLER);
        if (caller == null) {
            throw new IllegalStateException("the route is open to everybody, so there is no caller");
        }
        return caller;
    }

    private static String token(Context ctx) {
        String header = ctx.header(Header.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new ChatException.Unauthenticated(ErrorCode.UNAUTHENTICATED);
        }
        return header.substring(SCHEME.length()).strip();
    }
}
