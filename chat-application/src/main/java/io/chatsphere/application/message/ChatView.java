package io.chatsphere.application.message;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;

/** How clients name a room: {@code room}, {@code group} or {@code private}, and an id from their own point of view. */
public record ChatView(String chatType, String chatId) {
    /** The spelling of an address. */
    public static ChatView of(RoomAddress address) {
        return switch (address) {
            case RoomAddress.Public named -> new ChatView("room", named.slug().value());
            case RoomAddress.Group group -> new ChatView("group", group.room().toString());
            case RoomAddress.Direct direct ->
                new ChatView("private", direct.other().toString());
        };
    }

    /**
     * The address that is spelled.
     *
     * @throws ChatException.Invalid with {@code CHAT_TYPE_INVALID}, or for an id that cannot be one
     */
    public RoomAddress address() {
        return switch (chatType) {
            case "room" -> new RoomAddress.Public(new Slug(chatId));
            case "group" -> new RoomAddress.Group(RoomId.parse(chatId, "chat_id"));
            case "private" -> new RoomAddress.Direct(UserId.parse(chatId, "chat_id"));
            default -> throw new ChatException.Invalid(ErrorCode.CHAT_TYPE_INVALID, "chat_type");
        };
    }
}
