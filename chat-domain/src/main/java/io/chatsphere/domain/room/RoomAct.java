package io.chatsphere.domain.room;

import io.chatsphere.domain.id.UserId;

/** A change of a room that was allowed: what {@link RoomRepository#update} does under the room's lock. */
public sealed interface RoomAct {
    /** The room says something else about itself. */
    record Describe(RoomDetails details) implements RoomAct {}

    /** The room is closed: its history stays, nobody writes. */
    record Archive() implements RoomAct {}

    /** Somebody becomes a member, invited by another; nothing for a member. */
    record Admit(UserId user, RoomRole role) implements RoomAct {}

    /** A member gets another role. */
    record SetRole(UserId user, RoomRole role) implements RoomAct {}

    /** A member is removed by another. */
    record Remove(UserId user) implements RoomAct {}

    /** A member leaves on their own; a plain member of a public room without changing the room. Nothing for others. */
    record Leave(UserId user) implements RoomAct {}

    /** A member becomes the owner, and {@code from}, the owner until then, a moderator: two changes of the room. */
    record Transfer(UserId from, UserId to) implements RoomAct {}
}
