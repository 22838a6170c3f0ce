package io.chatsphere.adapter.http.user;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Bodies;
import io.chatsphere.adapter.http.web.Coded;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.adapter.http.web.Success;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.domain.user.User;
import io.javalin.http.Context;

/** Shows and changes one's own account: once in each of the two envelopes that clients know. */
public final class AccountRoutes implements Feature {
    private final ChatSphere.Accounts accounts;
    private final Bodies bodies;
    private final Languages languages;

    public AccountRoutes(ChatSphere.Accounts accounts, Bodies bodies, Languages languages) {
        this.accounts = accounts;
        this.bodies = bodies;
        this.languages = languages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(Access.SIGNED_IN, this::me, "/api/v1/me");
        routes.get(Access.SIGNED_IN, this::account, "/api/v1/auth/me", "/auth/me");
        routes.put(Access.SIGNED_IN, this::update, "/api/v1/auth/me", "/auth/me");
    }

    private void me(Context ctx) {
        Answers.ok(ctx, Success.of(message(ctx), read(ctx)));
    }

    private void account(Context ctx) {
        Answers.ok(ctx, Coded.ok(message(ctx), read(ctx)));
    }

    private void update(Context ctx) {
        ProfileBody body = bodies.readFormOrJson(ctx, ProfileBody.class);
        User user = accounts.updateProfile().handle(body.command(Gate.caller(ctx)));
        String message = languages.choose(ctx, "Your account is up to date.", "资料已更新。");
        Answers.ok(ctx, Coded.ok(message, AccountBody.of(user)));
    }

    private AccountBody read(Context ctx) {
        return AccountBody.of(accounts.profile().handle(Gate.caller(ctx)));
    }

    private String message(Context ctx) {
        return languages.choose(ctx, "Your account.", "您的账号信息。");
    }
}
