package io.chatsphere.adapter.http.room;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.room.RoomRole;
import java.util.Locale;
import java.util.Optional;

/** What a member is to be. */
record RoleBody(Optional<String> role) {
    RoomRole asked() {
        Fields fields = new Fields();
        Optional<RoomRole> asked = fields.required("role", role, RoleBody::parse);
        fields.check();
        return asked.orElseThrow();
    }

    /** A role that can be given. */
    static RoomRole parse(String text) {
        return switch (text) {
            case "member" -> RoomRole.MEMBER;
            case "moderator" -> RoomRole.MODERATOR;
            default -> throw new ChatException.Invalid(ErrorCode.ROOM_ROLE_INVALID, "role");
        };
    }

    static String spelled(RoomRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
