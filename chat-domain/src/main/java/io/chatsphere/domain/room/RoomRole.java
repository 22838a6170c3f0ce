package io.chatsphere.domain.room;

/** What a member is in a room, from most to least power. */
public enum RoomRole {
    OWNER,
    MODERATOR,
    MEMBER
}
