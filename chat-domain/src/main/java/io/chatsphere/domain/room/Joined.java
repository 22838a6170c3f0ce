package io.chatsphere.domain.room;

/**
 * What joining did.
 *
 * @param fresh whether the user was not a member before
 */
public record Joined(Membership membership, boolean fresh) {}
