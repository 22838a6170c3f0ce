package io.chatsphere.adapter.http.conversation;

import io.chatsphere.domain.conversation.ConversationCursor;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.RoomId;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a place in the list of conversations is spelled: the time of the last activity in milliseconds, and the room. */
final class Cursors {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,15})\\.([0-9a-f-]{36})");
    private static final String FIELD = "cursor";

    private Cursors() {}

    static String spell(ConversationCursor cursor) {
        return cursor.updatedAt().toEpochMilli() + "." + cursor.room();
    }

    /** @throws ChatException.Invalid with {@code CURSOR_INVALID} */
    static ConversationCursor parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new ChatException.Invalid(ErrorCode.CURSOR_INVALID, FIELD);
        }
        try {
            return new ConversationCursor(
                    Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), RoomId.parse(matcher.group(2), FIELD));
        } catch (ChatException.Invalid e) {
            throw new ChatException.Invalid(ErrorCode.CURSOR_INVALID, FIELD);
        }
    }
}
