package io.chatsphere.adapter.http.user;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Coded;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.adapter.http.web.Success;
import io.chatsphere.application.user.ReadProfile;
import io.javalin.http.Context;

/** Reads one's own account: once in each of the two envelopes that clients know. */
public final class AccountRoutes implements Feature {
    private final ReadProfile profile;
    private final Languages languages;

    public AccountRoutes(ReadProfile profile, Languages languages) {
        this.profile = profile;
        this.languages = languages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(Access.SIGNED_IN, this::me, "/api/v1/me");
        routes.get(Access.SIGNED_IN, this::account, "/api/v1/auth/me", "/auth/me");
    }

    private void me(Context ctx) {
        Answers.ok(ctx, Success.of(message(ctx), read(ctx)));
    }

    private void account(Context ctx) {
        Answers.ok(ctx, Coded.ok(message(ctx), read(ctx)));
    }

    private AccountBody read(Context ctx) {
        return AccountBody.of(profile.handle(Gate.caller(ctx)));
    }

    private String message(Context ctx) {
        return languages.choose(ctx, "Your account.", "您的账号信息。");
    }
}
