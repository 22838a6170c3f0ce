package io.chatsphere.application.conversation;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.ReadRoom;
import io.chatsphere.application.room.RoomDirectory;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomKind;
import java.util.Optional;

/** Moves the caller's read mark; their other devices learn of it, and in small rooms the others do. */
public final class MarkRead {
    /** In larger groups nobody is told who has read what. */
    private static final int MAX_MEMBERS_WITH_RECEIPTS = 50;

    private final ReadRoom read;
    private final RoomDirectory directory;
    private final ConversationRepository conversations;
    private final ChangeBus bus;

    public MarkRead(ReadRoom read, RoomDirectory directory, ConversationRepository conversations, ChangeBus bus) {
        this.read = read;
        this.directory = directory;
        this.conversations = conversations;
        this.bus = bus;
    }

    /**
     * What was read.
     *
     * @param position up to where; the room's last message if empty
     */
    public record Command(Caller caller, RoomAddress chat, Optional<Position> position) {}

    /**
     * Marks as read. Nothing to mark is fine: two who never wrote to each other, a public room that the caller is not a
     * member of, a position that was read before.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room
     * @throws ChatException.Invalid with {@code SELF_CHAT}
     */
    public void handle(Command command) {
        boolean neverWrote = command.chat() instanceof RoomAddress.Direct
                && directory.find(command.chat(), command.caller().user()).isEmpty();
        if (neverWrote) {
            return;
        }
        Room room = read.handle(command.caller(), command.chat());
        conversations
                .markRead(room.id(), command.caller().user(), command.position())
                .ifPresent(moved -> {
                    bus.publish(new UserChange.OfPreferences(moved));
                    if (hasReceipts(room)) {
                        bus.publish(room.id(), new Signal.Read(moved.user(), moved.readPosition()));
                    }
                });
    }

    private boolean hasReceipts(Room room) {
        return room.kind() != RoomKind.PUBLIC
                && directory.access(room.id()).roles().size() <= MAX_MEMBERS_WITH_RECEIPTS;
    }
}
