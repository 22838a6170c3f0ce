package io.chatsphere.adapter.http.room;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Bodies;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.QueryParams;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.room.ChangeRole;
import io.chatsphere.application.room.RemoveMember;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomRole;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Lists, adds, changes and removes the members of a room; of public rooms and groups alike. */
public final class MemberRoutes implements Feature {
    private static final int MAX_LIMIT = 100;

    private final ChatSphere.Members members;
    private final Bodies bodies;

    public MemberRoutes(ChatSphere.Members members, Bodies bodies) {
        this.members = members;
        this.bodies = bodies;
    }

    @Override
    public void addTo(Routes routes) {
        for (Place place : List.of(Place.ROOMS, Place.GROUPS)) {
            routes.get(Access.SIGNED_IN, ctx -> list(ctx, place), place.of("/members"));
            routes.post(Access.SIGNED_IN, ctx -> add(ctx, place), place.of("/members"));
            routes.patch(Access.SIGNED_IN, ctx -> changeRole(ctx, place), place.of("/members/{user_id}"));
            routes.delete(Access.SIGNED_IN, ctx -> remove(ctx, place), place.of("/members/{user_id}"));
        }
    }

    private void list(Context ctx, Place place) {
        QueryParams query = new QueryParams(ctx);
        Optional<UserId> after = query.userId("after");
        int limit = query.number("limit", 1, MAX_LIMIT, MAX_LIMIT);
        Answers.ok(ctx, MembersBody.of(members.list().handle(Gate.caller(ctx), place.address(ctx), after, limit)));
    }

    private void add(Context ctx, Place place) {
        RoomAddress room = place.address(ctx);
        AddMemberBody body = bodies.read(ctx, AddMemberBody.class);
        members.add().handle(body.command(Gate.caller(ctx), room));
        Answers.none(ctx);
    }

    private void changeRole(Context ctx, Place place) {
        RoomAddress room = place.address(ctx);
        RoomRole role = bodies.read(ctx, RoleBody.class).asked();
        members.changeRole().handle(new ChangeRole.Command(Gate.caller(ctx), room, member(ctx), role));
        Answers.none(ctx);
    }

    private void remove(Context ctx, Place place) {
        members.remove().handle(new RemoveMember.Command(Gate.caller(ctx), place.address(ctx), member(ctx)));
        Answers.none(ctx);
    }

    private static UserId member(Context ctx) {
        return UserId.parse(ctx.pathParam("user_id"), "user_id");
    }
}
