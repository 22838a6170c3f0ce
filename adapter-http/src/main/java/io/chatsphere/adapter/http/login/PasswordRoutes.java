package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Bodies;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.adapter.http.web.Note;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.login.ChangePassword;
import io.javalin.http.Context;

/** Changes the caller's password. */
public final class PasswordRoutes implements Feature {
    private final ChangePassword changePassword;
    private final Bodies bodies;
    private final Languages languages;

    public PasswordRoutes(ChangePassword changePassword, Bodies bodies, Languages languages) {
        this.changePassword = changePassword;
        this.bodies = bodies;
        this.languages = languages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post(Access.SIGNED_IN, this::change, "/api/v1/auth/change-password", "/auth/change-password");
    }

    private void change(Context ctx) {
        ChangePasswordBody body = bodies.readFormOrJson(ctx, ChangePasswordBody.class);
        changePassword.handle(body.command(Gate.caller(ctx)));
        Answers.ok(ctx, new Note(languages.choose(ctx, "Your password is changed.", "密码已修改。")));
    }
}
