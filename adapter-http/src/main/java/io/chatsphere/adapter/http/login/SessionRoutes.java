package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Coded;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.EndLogin;
import io.chatsphere.domain.id.LoginId;
import io.javalin.http.Context;

/** Shows where the caller is signed in, and ends that. What is a login elsewhere in the program is a session to clients. */
public final class SessionRoutes implements Feature {
    private final ChatSphere.Logins logins;
    private final Languages languages;

    public SessionRoutes(ChatSphere.Logins logins, Languages languages) {
        this.logins = logins;
        this.languages = languages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post(Access.SIGNED_IN, this::logOut, "/api/v1/auth/logout", "/auth/logout");
        routes.get(Access.SIGNED_IN, this::list, "/api/v1/auth/sessions", "/auth/sessions");
        routes.delete(Access.SIGNED_IN, this::end, "/api/v1/auth/sessions/{id}", "/auth/sessions/{id}");
    }

    /** Clients send nothing, an empty object or their refresh token along: none of it is needed. */
    private void logOut(Context ctx) {
        logins.logOut().handle(Gate.caller(ctx));
        Answers.ok(ctx, Coded.done(languages.choose(ctx, "You are signed out.", "已退出登录。")));
    }

    private void list(Context ctx) {
        Caller caller = Gate.caller(ctx);
        Answers.ok(ctx, SessionsBody.of(logins.list().handle(caller), caller));
    }

    private void end(Context ctx) {
        LoginId login = LoginId.parse(ctx.pathParam("id"), "id");
        logins.end().handle(new EndLogin.Command(Gate.caller(ctx), login));
        Answers.none(ctx);
    }
}
