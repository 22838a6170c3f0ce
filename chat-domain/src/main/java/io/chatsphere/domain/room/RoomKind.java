package io.chatsphere.domain.room;

/** What sort of room it is. */
public enum RoomKind {
    /** Everybody may read and join; named by a slug. */
    PUBLIC,
    /** For its members, who are invited. */
    GROUP,
    /** For exactly two users, made by their first message. */
    DIRECT
}
