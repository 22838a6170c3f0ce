package io.chatsphere.domain.conversation;

import io.chatsphere.domain.id.RoomId;
import java.time.Instant;

/** The place in a list of conversations behind the one with this room, which was last active then. */
public record ConversationCursor(Instant updatedAt, RoomId room) {}
