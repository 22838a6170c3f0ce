package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.room.RoomAddress;

/** Shows others that the caller is writing: in a public room those who are live there, elsewhere its members. */
public final class ShowTyping {
    /** Where somebody writes, or has stopped. */
    public record Command(Caller caller, RoomAddress chat, boolean isTyping) {}

    /**
     * Shows it; it ends by itself after six seconds. Repeats within that time are cheap.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, or {@code USER_NOT_FOUND} for a direct chat with nobody
     * @throws ChatException.Forbidden with {@code ROOM_ARCHIVED}
     * @throws ChatException.Invalid with {@code SELF_CHAT}
     */
    public void handle(Command command) {
        throw new UnsupportedOperationException();
    }
}
