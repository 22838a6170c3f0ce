package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Bodies;
import io.chatsphere.adapter.http.web.Coded;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.adapter.http.web.Note;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.SignedIn;
import io.javalin.http.Context;

/** Renews and revokes tokens, and hands out tickets for live connections. */
public final class TokenRoutes implements Feature {
    private final ChatSphere.Logins logins;
    private final Bodies bodies;
    private final Languages languages;

    public TokenRoutes(ChatSphere.Logins logins, Bodies bodies, Languages languages) {
        this.logins = logins;
        this.bodies = bodies;
        this.languages = languages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post(Access.ANYONE, this::renew, "/api/v1/auth/token/refresh", "/auth/token/refresh", "/auth/refresh");
        routes.post(Access.SIGNED_IN, this::revoke, "/api/v1/auth/revoke-token", "/auth/revoke-token");
        routes.post(Access.SIGNED_IN, this::issueTicket, "/api/v1/auth/ws-ticket", "/auth/ws-ticket");
    }

    private void renew(Context ctx) {
        SignedIn signedIn =
                logins.renew().handle(bodies.read(ctx, RefreshBody.class).command());
        String message = languages.choose(ctx, "Your tokens are new.", "令牌已刷新。");
        Answers.ok(ctx, Coded.ok(message, RenewedBody.of(signedIn)));
    }

    private void revoke(Context ctx) {
        RevokeBody body = bodies.readFormOrJson(ctx, RevokeBody.class);
        logins.revoke().handle(body.command(Gate.caller(ctx)));
        Answers.ok(ctx, new Note(languages.choose(ctx, "The token is revoked.", "令牌已撤销。")));
    }

    private void issueTicket(Context ctx) {
        Answers.ok(ctx, TicketBody.of(logins.issueTicket().handle(Gate.caller(ctx))));
    }
}
