package io.chatsphere.adapter.http.room;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Bodies;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.presence.LiveInRoom;
import io.chatsphere.application.room.ArchiveRoom;
import io.chatsphere.application.room.LeaveRoom;
import io.chatsphere.application.room.TransferRoom;
import io.chatsphere.application.room.UpdateRoom;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.javalin.http.Context;
import java.util.List;

/** Shows, changes, closes, leaves and hands over one room; public rooms and groups alike. */
public final class OneRoomRoutes implements Feature {
    private final ChatSphere.Rooms rooms;
    private final ChatSphere.Presence presence;
    private final Bodies bodies;

    public OneRoomRoutes(ChatSphere.Rooms rooms, ChatSphere.Presence presence, Bodies bodies) {
        this.rooms = rooms;
        this.presence = presence;
        this.bodies = bodies;
    }

    @Override
    public void addTo(Routes routes) {
        for (Place place : List.of(Place.ROOMS, Place.GROUPS)) {
            routes.get(Access.SIGNED_IN, ctx -> show(ctx, place), place.of(""));
            routes.patch(Access.SIGNED_IN, ctx -> update(ctx, place), place.of(""));
            routes.delete(Access.SIGNED_IN, ctx -> archive(ctx, place), place.of(""));
            routes.post(Access.SIGNED_IN, ctx -> leave(ctx, place), place.of("/leave"));
            routes.post(Access.SIGNED_IN, ctx -> transfer(ctx, place), place.of("/transfer"));
        }
        routes.get(Access.SIGNED_IN, this::onlineCount, Place.ROOMS.of("/online-count"));
    }

    private void show(Context ctx, Place place) {
        answer(ctx, rooms.read().handle(Gate.caller(ctx), place.address(ctx)));
    }

    private void update(Context ctx, Place place) {
        RoomAddress room = place.address(ctx);
        UpdateRoomBody body = bodies.read(ctx, UpdateRoomBody.class);
        answer(ctx, rooms.update().handle(new UpdateRoom.Command(Gate.caller(ctx), room, body.patch())));
    }

    private void archive(Context ctx, Place place) {
        rooms.archive().handle(new ArchiveRoom.Command(Gate.caller(ctx), place.address(ctx)));
        Answers.none(ctx);
    }

    private void leave(Context ctx, Place place) {
        rooms.leave().handle(new LeaveRoom.Command(Gate.caller(ctx), place.address(ctx)));
        Answers.none(ctx);
    }

    private void transfer(Context ctx, Place place) {
        RoomAddress room = place.address(ctx);
        UserId owner = bodies.read(ctx, TransferBody.class).owner();
        rooms.transfer().handle(new TransferRoom.Command(Gate.caller(ctx), room, owner));
        Answers.none(ctx);
    }

    private void onlineCount(Context ctx) {
        RoomAddress room = Place.ROOMS.address(ctx);
        LiveInRoom live = presence.liveInRoom().handle(Gate.caller(ctx), room);
        Answers.ok(ctx, OnlineCountBody.of(ctx.pathParam("id"), live));
    }

    private void answer(Context ctx, Room room) {
        int live = presence.countLive().handle(List.of(room.id())).getOrDefault(room.id(), 0);
        Answers.ok(ctx, RoomBody.of(room, live));
    }
}
