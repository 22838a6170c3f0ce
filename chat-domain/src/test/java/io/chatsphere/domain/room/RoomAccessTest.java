package io.chatsphere.domain.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomAccessTest {
    private static final UserId USER = Fixtures.userId();

    @ParameterizedTest(name = "{0}, {1}, archived {2}")
    @CsvSource({
        // kind, role, archived, to read, to post
        "PUBLIC, NONE,      false, -,              -",
        "PUBLIC, MEMBER,    false, -,              -",
        "PUBLIC, MODERATOR, false, -,              -",
        "PUBLIC, OWNER,     false, -,              -",
        "PUBLIC, NONE,      true,  -,              ROOM_ARCHIVED",
        "PUBLIC, MEMBER,    true,  -,              ROOM_ARCHIVED",
        "PUBLIC, MODERATOR, true,  -,              ROOM_ARCHIVED",
        "PUBLIC, OWNER,     true,  -,              ROOM_ARCHIVED",
        "GROUP,  NONE,      false, ROOM_NOT_FOUND, ROOM_NOT_FOUND",
        "GROUP,  MEMBER,    false, -,              -",
        "GROUP,  MODERATOR, false, -,              -",
        "GROUP,  OWNER,     false, -,              -",
        "GROUP,  NONE,      true,  ROOM_NOT_FOUND, ROOM_NOT_FOUND",
        "GROUP,  MEMBER,    true,  -,              ROOM_ARCHIVED",
        "GROUP,  MODERATOR, true,  -,              ROOM_ARCHIVED",
        "GROUP,  OWNER,     true,  -,              ROOM_ARCHIVED",
        "DIRECT, NONE,      false, ROOM_NOT_FOUND, ROOM_NOT_FOUND",
        "DIRECT, MEMBER,    false, -,              -",
        "DIRECT, MODERATOR, false, -,              -",
        "DIRECT, OWNER,     false, -,              -",
        "DIRECT, NONE,      true,  ROOM_NOT_FOUND, ROOM_NOT_FOUND",
        "DIRECT, MEMBER,    true,  -,              ROOM_ARCHIVED",
        "DIRECT, MODERATOR, true,  -,              ROOM_ARCHIVED",
        "DIRECT, OWNER,     true,  -,              ROOM_ARCHIVED",
    })
    void who_may_do_what_where(RoomKind kind, String role, boolean archived, String toRead, String toPost) {
        RoomAccess access = new RoomAccess(room(kind, archived), Revision.ZERO, roles(role));

        assertEquals(toRead, code(access.refusalToRead(USER)));
        assertEquals(toPost, code(access.refusalToPost(USER)));
        assertEquals(toPost, code(access.refusalToJoin(USER)));
    }

    private static String code(Optional<ChatException> refusal) {
        return refusal.map(ChatException::code).map(ErrorCode::name).orElse("-");
    }

    private static Map<UserId, RoomRole> roles(String role) {
        return "NONE".equals(role) ? Map.of() : Map.of(USER, RoomRole.valueOf(role));
    }

    private static Room room(RoomKind kind, boolean archived) {
        Room room = switch (kind) {
            case PUBLIC -> Fixtures.publicRoom();
            case GROUP -> Fixtures.group(USER);
            case DIRECT -> {
                DirectPair pair = DirectPair.of(USER, Fixtures.userId());
                yield Room.direct(Fixtures.roomId(), pair, USER, Fixtures.NOW);
            }
        };
        return archived ? Fixtures.archived(room) : room;
    }
}
