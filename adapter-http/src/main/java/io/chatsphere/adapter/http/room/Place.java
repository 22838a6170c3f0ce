package io.chatsphere.adapter.http.room;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.Slug;
import io.javalin.http.Context;
import java.util.function.Function;

/**
 * Where the rooms of a kind are, and how an id there names one.
 *
 * @param path of the kind, such as {@code /api/v1/rooms}
 */
record Place(String path, Function<String, RoomAddress> address) {
    /** Public rooms, by their slugs. */
    static final Place ROOMS = new Place("/api/v1/rooms", id -> new RoomAddress.Public(new Slug(id)));

    /** Groups, by their ids. */
    static final Place GROUPS = new Place("/api/v1/groups", id -> new RoomAddress.Group(RoomId.parse(id, "id")));

    /** The path of something about one room. */
    String of(String rest) {
        return path + "/{id}" + rest;
    }

    /** The room that a request names. */
    RoomAddress address(Context ctx) {
        return address.apply(ctx.pathParam("id"));
    }

    /** The place of rooms of this kind. */
    static Place of(RoomKind kind) {
        return kind == RoomKind.PUBLIC ? ROOMS : GROUPS;
    }
}
