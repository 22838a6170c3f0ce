package io.chatsphere.domain.presence;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;

/** Somebody who is live in a room. */
public record Viewer(UserId user, RoomId room) {}
