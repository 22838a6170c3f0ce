package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Bodies;
import io.chatsphere.adapter.http.web.Coded;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Device;
import io.chatsphere.application.login.SignedIn;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** Registers accounts and signs them in. */
public final class LoginRoutes implements Feature {
    private final ChatSphere.Accounts accounts;
    private final Bodies bodies;
    private final Languages languages;

    public LoginRoutes(ChatSphere.Accounts accounts, Bodies bodies, Languages languages) {
        this.accounts = accounts;
        this.bodies = bodies;
        this.languages = languages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post(Access.ANYONE, this::register, "/api/v1/auth/register", "/auth/register");
        routes.post(Access.ANYONE, this::logIn, "/api/v1/auth/login", "/auth/login");
    }

    private void register(Context ctx) {
        RegisterBody body = bodies.read(ctx, RegisterBody.class);
        SignedIn signedIn = accounts.register().handle(body.command(device(ctx)));
        String message = languages.choose(ctx, "Your account is ready.", "注册成功。");
        Answers.send(ctx, HttpStatus.CREATED, Coded.created(message, SignedInBody.of(signedIn)));
    }

    private void logIn(Context ctx) {
        LoginBody body = bodies.read(ctx, LoginBody.class);
        SignedIn signedIn = accounts.logIn().handle(body.command(device(ctx)));
        String message = languages.choose(ctx, "You are signed in.", "登录成功。");
        Answers.ok(ctx, Coded.ok(message, SignedInBody.of(signedIn)));
    }

    private static Device device(Context ctx) {
        return new Device(Optional.ofNullable(ctx.userAgent()).orElse(""), ctx.ip());
    }
}
