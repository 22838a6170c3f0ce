package io.chatsphere.adapter.http.user;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.QueryParams;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.presence.ListOnline;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.Username;
import io.javalin.http.Context;
import java.util.Optional;

/** Finds users, and tells who is online. */
public final class UserRoutes implements Feature {
    private static final int SEARCH_LIMIT = 20;
    private static final int MAX_SEARCH_LIMIT = 50;
    private static final int ONLINE_LIMIT = 200;
    private static final int MAX_ONLINE_LIMIT = 1_000;

    private final ChatSphere.Accounts accounts;
    private final ListOnline online;

    public UserRoutes(ChatSphere.Accounts accounts, ListOnline online) {
        this.accounts = accounts;
        this.online = online;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(Access.SIGNED_IN, this::online, "/api/v1/users/online", "/chat/online-users");
        routes.get(Access.SIGNED_IN, this::search, "/api/v1/users");
        routes.get(Access.SIGNED_IN, this::show, "/api/v1/users/{id}");
    }

    private void online(Context ctx) {
        QueryParams query = new QueryParams(ctx);
        Optional<UserId> after = query.userId("after");
        int limit = query.number("limit", 1, MAX_ONLINE_LIMIT, ONLINE_LIMIT);
        Answers.ok(ctx, OnlineUsersBody.of(online.handle(Gate.caller(ctx), after, limit)));
    }

    private void search(Context ctx) {
        QueryParams query = new QueryParams(ctx);
        String start =
                query.text("query").orElseThrow(() -> new ChatException.Invalid(ErrorCode.MISSING_FIELD, "query"));
        Optional<Username> after = query.text("after").map(UserRoutes::username);
        int limit = query.number("limit", 1, MAX_SEARCH_LIMIT, SEARCH_LIMIT);
        Answers.ok(ctx, UsersBody.of(accounts.search().handle(Gate.caller(ctx), start, after, limit)));
    }

    private void show(Context ctx) {
        UserId id = UserId.parse(ctx.pathParam("id"), "id");
        Answers.ok(ctx, UserBody.of(accounts.read().handle(Gate.caller(ctx), id)));
    }

    private static Username username(String text) {
        try {
            return new Username(text);
        } catch (ChatException.Invalid e) {
            throw new ChatException.Invalid(ErrorCode.CURSOR_INVALID, "after");
        }
    }
}
