package io.chatsphere.application.message;

import io.chatsphere.application.user.UserSummaryView;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A message as clients get it: field names in camel case here, in snake case on the wire, in this order.
 *
 * @param chatId from the viewer's point of view: in a direct room the other user's id
 * @param content empty text once deleted
 */
public record MessageView(
        String id,
        long position,
        long revision,
        String fromUserId,
        UserSummaryView fromUser,
        String content,
        String messageType,
        String chatType,
        String chatId,
        Optional<String> roomId,
        Optional<String> toUserId,
        Optional<String> groupId,
        Optional<String> replyToId,
        Optional<String> clientMessageId,
        Instant createdAt,
        boolean isEdited,
        Optional<Instant> editedAt,
        boolean isDeleted) {

    /** The view that {@code viewer}, who must be one of the two in a direct room, has of a message of {@code room}. */
    public static MessageView of(Message message, Room room, UserId viewer) {
        return of(message, room.addressFor(viewer), viewer);
    }

    /** The view that {@code viewer} has of a message of the room that they call {@code address}. */
    public static MessageView of(Message message, RoomAddress address, UserId viewer) {
        ChatView chat = ChatView.of(address);
        return new MessageView(
                message.id().toString(),
                message.position().value(),
                message.revision().value(),
                message.author().id().toString(),
                UserSummaryView.of(message.author()),
                message.content().map(MessageContent::text).orElse(""),
                message.type().name().toLowerCase(Locale.ROOT),
                chat.chatType(),
                chat.chatId(),
                address instanceof RoomAddress.Public named
                        ? Optional.of(named.slug().value())
                        : Optional.empty(),
                address instanceof RoomAddress.Direct direct
                        ? Optional.of(recipient(message, viewer, direct.other()).toString())
                        : Optional.empty(),
                address instanceof RoomAddress.Group group
                        ? Optional.of(group.room().toString())
                        : Optional.empty(),
                message.replyTo().map(reply -> reply.id().toString()),
                message.clientMessageId().map(ClientMessageId::value),
                message.createdAt(),
                message.editedAt().isPresent(),
                message.editedAt(),
                message.isDeleted());
    }

    private static UserId recipient(Message message, UserId viewer, UserId other) {
        return message.author().id().equals(viewer) ? other : viewer;
    }
}
