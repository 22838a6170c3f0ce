package io.chatsphere.domain.room;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.user.AvatarUrl;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a room says about itself. Rooms of two say nothing: their name is empty.
 *
 * @param name 1 to 100 characters on one line without white space at the ends, or empty for a direct room
 * @param description at most 500 characters, without U+0000 and lone surrogates
 * @param maxMembers at least 2; binds groups, is information for public rooms
 */
public record RoomDetails(
        String name, Optional<String> description, Optional<AvatarUrl> avatarUrl, OptionalInt maxMembers) {
    /** What a direct room says about itself. */
    public static final RoomDetails NONE = new RoomDetails("", Optional.empty(), Optional.empty(), OptionalInt.empty());

    private static final int MAX_NAME = 100;
    private static final int MAX_DESCRIPTION = 500;
    private static final int MAX_MEMBERS = 1_000_000;

    public RoomDetails {
        name = name.strip();
        if (name.codePointCount(0, name.length()) > MAX_NAME
                || name.codePoints().anyMatch(c -> Character.isISOControl(c) || isLoneSurrogate(c))) {
            throw new ChatException.Invalid(ErrorCode.ROOM_NAME_INVALID, "name", 1L, (long) MAX_NAME);
        }
        description.ifPresent(RoomDetails::checkDescription);
        if (maxMembers.isPresent() && (maxMembers.getAsInt() < 2 || maxMembers.getAsInt() > MAX_MEMBERS)) {
            throw new ChatException.Invalid(ErrorCode.ROOM_MAX_MEMBERS_INVALID, "max_members", 2L, (long) MAX_MEMBERS);
        }
    }

    private static void checkDescription(String text) {
        if (text.codePointCount(0, text.length()) > MAX_DESCRIPTION
                || text.codePoints().anyMatch(c -> c == 0 || isLoneSurrogate(c))) {
            throw new ChatException.Invalid(ErrorCode.ROOM_DESCRIPTION_INVALID, "description", (long) MAX_DESCRIPTION);
        }
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
