package io.chatsphere.application.conversation;

import io.chatsphere.application.message.ChatView;
import io.chatsphere.application.user.UserSummaryView;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.user.AvatarUrl;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A room as its member has it, as clients get it: field names in camel case here, in snake case on the wire. Exactly one of
 * {@code otherUser}, {@code group} and {@code room} is there.
 *
 * @param id names the conversation, the same for ever
 * @param name never empty
 * @param unreadCount exact up to 999
 * @param unreadMore whether there are more than that
 */
public record ConversationView(
        String id,
        String chatType,
        String chatId,
        String name,
        int unreadCount,
        boolean unreadMore,
        boolean isPinned,
        boolean isMuted,
        Instant updatedAt,
        Optional<UserSummaryView> otherUser,
        Optional<Group> group,
        Optional<PublicRoom> room,
        Optional<LastMessage> lastMessage,
        long lastPosition,
        long readPosition,
        long revision) {

    /** A group. */
    public record Group(String id, String name, Optional<String> avatarUrl) {}

    /** A public room. */
    public record PublicRoom(String id, String name) {}

    /** The last message that is not deleted. */
    public record LastMessage(String id, String content, Instant createdAt, String fromUserId, String messageType) {
        static LastMessage of(Message message) {
            return new LastMessage(
                    message.id().toString(),
                    message.content().map(MessageContent::text).orElse(""),
                    message.createdAt(),
                    message.author().id().toString(),
                    message.type().name().toLowerCase(Locale.ROOT));
        }
    }

    /** The view of a conversation from its member's side. */
    public static ConversationView of(Conversation conversation) {
        Room room = conversation.room();
        ChatView chat = ChatView.of(room.addressFor(conversation.preferences().user()));
        String name = conversation
                .other()
                .map(other -> other.displayName().value())
                .orElse(room.details().name());
        return new ConversationView(
                room.id().toString(),
                chat.chatType(),
                chat.chatId(),
                name,
                Math.min(conversation.unread(), Conversation.MAX_UNREAD),
                conversation.unread() > Conversation.MAX_UNREAD,
                conversation.preferences().pinned(),
                conversation.preferences().muted(),
                conversation.updatedAt(),
                conversation.other().map(UserSummaryView::of),
                Optional.of(room)
                        .filter(it -> it.kind() == RoomKind.GROUP)
                        .map(it -> new Group(
                                chat.chatId(), name, it.details().avatarUrl().map(AvatarUrl::value))),
                Optional.of(room)
                        .filter(it -> it.kind() == RoomKind.PUBLIC)
                        .map(it -> new PublicRoom(chat.chatId(), name)),
                conversation.lastMessage().map(LastMessage::of),
                conversation.lastPosition().value(),
                conversation.readPosition().value(),
                conversation.revision().value());
    }
}
