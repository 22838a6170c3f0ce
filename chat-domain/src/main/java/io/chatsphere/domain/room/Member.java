package io.chatsphere.domain.room;

import io.chatsphere.domain.user.UserSummary;
import java.time.Instant;

/**
 * A member of a room, as others see them.
 *
 * @param joinedAt when the current membership began
 */
public record Member(UserSummary user, RoomRole role, Instant joinedAt) {}
