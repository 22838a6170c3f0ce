package io.chatsphere.adapter.http.room;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Bodies;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.QueryParams;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.presence.CountLive;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Room;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;

/** Lists public rooms, and makes public rooms and groups. */
public final class RoomRoutes implements Feature {
    private static final int MAX_LIMIT = 100;

    private final ChatSphere.Rooms rooms;
    private final CountLive countLive;
    private final Bodies bodies;

    public RoomRoutes(ChatSphere.Rooms rooms, CountLive countLive, Bodies bodies) {
        this.rooms = rooms;
        this.countLive = countLive;
        this.bodies = bodies;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(Access.SIGNED_IN, this::list, Place.ROOMS.path(), "/chat/rooms");
        routes.post(Access.SIGNED_IN, this::create, Place.ROOMS.path());
        routes.post(Access.SIGNED_IN, this::createGroup, Place.GROUPS.path());
    }

    private void list(Context ctx) {
        QueryParams query = new QueryParams(ctx);
        List<Room> page = rooms.list().handle(query.slug("after"), query.number("limit", 1, MAX_LIMIT, MAX_LIMIT));
        Map<RoomId, Integer> live = countLive.handle(page.stream().map(Room::id).toList());
        Answers.ok(
                ctx,
                new RoomsBody(page.stream()
                        .map(room -> RoomBody.of(room, live.getOrDefault(room.id(), 0)))
                        .toList()));
    }

    private void create(Context ctx) {
        CreateRoomBody body = bodies.read(ctx, CreateRoomBody.class);
        boolean isPublic = body.isPublic().orElse(true);
        made(
                ctx,
                isPublic
                        ? rooms.create().handle(body.publicRoom(Gate.caller(ctx)))
                        : rooms.createGroup().handle(body.group(Gate.caller(ctx))));
    }

    private void createGroup(Context ctx) {
        CreateRoomBody body = bodies.read(ctx, CreateRoomBody.class);
        made(ctx, rooms.createGroup().handle(body.group(Gate.caller(ctx))));
    }

    private static void made(Context ctx, Room room) {
        RoomBody body = RoomBody.of(room, 0);
        ctx.header(
                Header.LOCATION,
                Place.of(room.kind()).path() + "/" + body.room().id());
        Answers.send(ctx, HttpStatus.CREATED, body);
    }
}
