package io.chatsphere.application.memory.data;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.RoomId;

/** Names a row of a user that carries a user revision. */
public sealed interface UserRow {
    /** The user's profile. */
    record OfProfile() implements UserRow {}

    /** Their membership of a room. */
    record OfMembership(RoomId room) implements UserRow {}

    /** What they set for themselves in a room. */
    record OfPreferences(RoomId room) implements UserRow {}

    /** A login of theirs that ended. */
    record OfLogin(LoginId login) implements UserRow {}
}
