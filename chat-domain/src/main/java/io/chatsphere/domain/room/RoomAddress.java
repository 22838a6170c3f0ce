package io.chatsphere.domain.room;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;

/** How somebody names a room from their own point of view: a direct room is named by the other user. */
public sealed interface RoomAddress {
    /** A public room. */
    record Public(Slug slug) implements RoomAddress {}

    /** A group. */
    record Group(RoomId room) implements RoomAddress {}

    /** The direct room with another user, whether or not it exists yet. */
    record Direct(UserId other) implements RoomAddress {}
}
