package io.chatsphere.adapter.http.room;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Bodies;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.QueryParams;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.room.RoomView;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** Lists, shows and makes public rooms. */
public final class RoomRoutes implements Feature {
    private static final int MAX_LIMIT = 100;

    private final ChatSphere.Rooms rooms;
    private final Bodies bodies;

    public RoomRoutes(ChatSphere.Rooms rooms, Bodies bodies) {
        this.rooms = rooms;
        this.bodies = bodies;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(Access.SIGNED_IN, this::list, "/api/v1/rooms", "/chat/rooms");
        routes.post(Access.SIGNED_IN, this::create, "/api/v1/rooms");
        routes.get(Access.SIGNED_IN, this::show, "/api/v1/rooms/{id}");
    }

    private void list(Context ctx) {
        QueryParams query = new QueryParams(ctx);
        Optional<Slug> after = query.slug("after");
        List<Room> page = rooms.list().handle(after, query.number("limit", 1, MAX_LIMIT, MAX_LIMIT));
        Answers.ok(ctx, new RoomsBody(page.stream().map(RoomView::of).toList()));
    }

    private void show(Context ctx) {
        RoomAddress address = new RoomAddress.Public(new Slug(ctx.pathParam("id")));
        Answers.ok(ctx, RoomView.of(rooms.read().handle(Gate.caller(ctx), address)));
    }

    private void create(Context ctx) {
        CreateRoomBody body = bodies.read(ctx, CreateRoomBody.class);
        RoomView made = RoomView.of(rooms.create().handle(body.command(Gate.caller(ctx))));
        ctx.header(Header.LOCATION, "/api/v1/rooms/" + made.id());
        Answers.send(ctx, HttpStatus.CREATED, made);
    }
}
