package io.chatsphere.application.delivery.view;

import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.application.message.MessageView;
import io.chatsphere.application.room.RoomView;
import io.chatsphere.application.user.UserSummaryView;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.UserSummary;
import java.util.Locale;

/**
 * A change of a room as a client gets it, live and when it asks for what it missed: field names in camel case here, in snake
 * case on the wire. The fields of what a record holds beside others, such as a message and its place, stand side by side
 * there.
 */
public record ChangeView(Type type, Data data) {
    /** What kind of change it is to the client. */
    public enum Type {
        MESSAGE,
        MESSAGE_UPDATED,
        MESSAGE_DELETED,
        MEMBER_JOINED,
        MEMBER_LEFT,
        ROOM_UPDATED,
        ADVANCE;

        /** The type as it is on the wire. */
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the change says. */
    public sealed interface Data {}

    /** A message that is new or changed; its own revision is the change's. */
    public record Written(MessageView message, long prev) implements Data {}

    /** A message is gone. */
    public record Deleted(String id, long position, Place place) implements Data {}

    /** Somebody is a member, as what, or was one. */
    public record Member(UserSummaryView user, String role, Place place) implements Data {}

    /** What a room says about itself. */
    public record Details(RoomView room, Place place) implements Data {}

    /** Something that the client may not see. */
    public record Withheld(Place place) implements Data {}

    /** Where a change belongs: the chat as its reader names it, and the change's place in the room's stream. */
    public record Place(String chatType, String chatId, long revision, long prev) {}

    /** The view that the receivers have of a delivery. */
    public static ChangeView of(Delivery delivery) {
        if (delivery.isWithheld()) {
            return new ChangeView(Type.ADVANCE, new Withheld(place(delivery)));
        }
        return switch (delivery.change()) {
            case RoomChange.OfMessage(var message) -> message(delivery, message);
            case RoomChange.OfMembership(var membership, var user) -> member(delivery, membership, user);
            case RoomChange.OfDetails(var room) ->
                new ChangeView(Type.ROOM_UPDATED, new Details(RoomView.of(room), place(delivery)));
        };
    }

    private static ChangeView message(Delivery delivery, Message message) {
        if (message.isDeleted()) {
            return new ChangeView(
                    Type.MESSAGE_DELETED,
                    new Deleted(message.id().toString(), message.position().value(), place(delivery)));
        }
        return new ChangeView(
                delivery.isNewMessage() ? Type.MESSAGE : Type.MESSAGE_UPDATED,
                new Written(
                        MessageView.of(message, delivery.room(), delivery.viewer()),
                        delivery.prev().value()));
    }

    private static ChangeView member(Delivery delivery, Membership membership, UserSummary user) {
        return new ChangeView(
                membership.isActive() ? Type.MEMBER_JOINED : Type.MEMBER_LEFT,
                new Member(
                        UserSummaryView.of(user), membership.role().name().toLowerCase(Locale.ROOT), place(delivery)));
    }

    private static Place place(Delivery delivery) {
        ChatView chat = ChatView.of(delivery.room().addressFor(delivery.viewer()));
        return new Place(
                chat.chatType(),
                chat.chatId(),
                delivery.revision().value(),
                delivery.prev().value());
    }
}
