package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.client.Clients;
import io.chatsphere.adapter.http.limit.Quotas;
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
import io.chatsphere.application.user.Register;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** Registers accounts and signs them in. */
public final class LoginRoutes implements Feature {
    private final ChatSphere chat;
    private final Bodies bodies;
    private final Languages languages;
    private final Clients clients;
    private final Quotas quotas;

    public LoginRoutes(ChatSphere chat, Bodies bodies, Languages languages, Clients clients, Quotas quotas) {
        this.chat = chat;
        this.bodies = bodies;
        this.languages = languages;
        this.clients = clients;
        this.quotas = quotas;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post(Access.ANYONE, this::register, "/api/v1/auth/register", "/auth/register");
        routes.post(Access.ANYONE, this::logIn, "/api/v1/auth/login", "/auth/login");
        routes.post(Access.ANYONE, this::logInByProvider, "/api/v1/auth/oauth2/login", "/auth/oauth2/login");
    }

    /** Counted only once the body is sound: a typo costs nothing, and a hash of a password does. */
    private void register(Context ctx) {
        Register.Command command = bodies.read(ctx, RegisterBody.class).command(device(ctx));
        quotas.countRegistration(ctx);
        SignedIn signedIn = chat.accounts().register().handle(command);
        String message = languages.choose(ctx, "Your account is ready.", "注册成功。");
        Answers.send(ctx, HttpStatus.CREATED, Coded.created(message, SignedInBody.of(signedIn)));
    }

    private void logIn(Context ctx) {
        LoginBody body = bodies.read(ctx, LoginBody.class);
        SignedIn signedIn = chat.logins().logIn().handle(body.command(device(ctx)));
        String message = languages.choose(ctx, "You are signed in.", "登录成功。");
        Answers.ok(ctx, Coded.ok(message, SignedInBody.of(signedIn)));
    }

    /** No provider is configured, so that each one is unknown. */
    private void logInByProvider(Context ctx) {
        bodies.read(ctx, ProviderLoginBody.class).check();
        throw new ChatException.Invalid(ErrorCode.PROVIDER_UNKNOWN, "provider");
    }

    private Device device(Context ctx) {
        return new Device(Optional.ofNullable(ctx.userAgent()).orElse(""), clients.address(ctx.req()));
    }
}
