package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.user.ReadProfile;
import io.chatsphere.domain.user.User;
import io.javalin.http.Context;
import java.time.Clock;

/** Tells the owner of a token whether it is good; a bad one is refused before it gets here. */
public final class ValidationRoutes implements Feature {
    private final ReadProfile profile;
    private final Clock clock;

    public ValidationRoutes(ReadProfile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(Access.SIGNED_IN, this::validate, "/api/v1/auth/validate-token", "/auth/validate-token");
    }

    private void validate(Context ctx) {
        User user = profile.handle(Gate.caller(ctx));
        Answers.ok(
                ctx, new TokenBody(true, user.id().toString(), user.username().value(), clock.instant()));
    }
}
