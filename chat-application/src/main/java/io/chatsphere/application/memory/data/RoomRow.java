package io.chatsphere.application.memory.data;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.UserId;

/** Names a row of a room that carries a revision. */
public sealed interface RoomRow {
    /** The room itself. */
    record OfDetails() implements RoomRow {}

    /** The membership of a user. */
    record OfMember(UserId user) implements RoomRow {}

    /** The message at a position. */
    record OfMessage(Position position) implements RoomRow {}
}
