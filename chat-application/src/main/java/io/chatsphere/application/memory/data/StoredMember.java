package io.chatsphere.application.memory.data;

import io.chatsphere.domain.room.Membership;
import java.time.Instant;

/** A membership, and when the current one began. */
public record StoredMember(Membership membership, Instant joinedAt) {}
