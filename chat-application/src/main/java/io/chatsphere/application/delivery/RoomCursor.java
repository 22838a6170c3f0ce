package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.room.RoomAddress;

/**
 * How far a client knows a room.
 *
 * @param revision it has seen every change up to here and none behind it
 */
public record RoomCursor(RoomAddress chat, Revision revision) {}
