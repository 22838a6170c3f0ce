package io.chatsphere.application.conversation;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.ReadRoom;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;

/** Makes a message and all behind it unread again for the caller. */
public final class MarkUnread {
    private final ReadRoom read;
    private final ConversationRepository conversations;
    private final ChangeBus bus;

    public MarkUnread(ReadRoom read, ConversationRepository conversations, ChangeBus bus) {
        this.read = read;
        this.conversations = conversations;
        this.bus = bus;
    }

    /** From where on everything is unread. */
    public record Command(Caller caller, RoomAddress chat, Position position) {}

    /**
     * Marks as unread. Nothing happens for a position that is not there.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room
     */
    public void handle(Command command) {
        Room room = read.handle(command.caller(), command.chat());
        conversations
                .markUnread(room.id(), command.caller().user(), command.position())
                .ifPresent(moved -> bus.publish(new UserChange.OfPreferences(moved)));
    }
}
