package io.chatsphere.application.message;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.RoomDirectory;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.HistoryPage;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.room.HistoryVisibility;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomRepository;
import java.util.List;
import java.util.Optional;

/** Reads a room's history. Reading joins nobody. */
public final class ReadHistory {
    private final MessageRepository messages;
    private final RoomDirectory directory;
    private final RoomRepository rooms;

    public ReadHistory(MessageRepository messages, RoomDirectory directory, RoomRepository rooms) {
        this.messages = messages;
        this.directory = directory;
        this.rooms = rooms;
    }

    /** Which part is wanted; {@code limit} 1 to {@link HistoryQuery#MAX_LIMIT}. */
    public record Query(RoomAddress chat, HistoryQuery.Range range, boolean includeDeleted, int limit) {}

    /** A page as the caller sees it, oldest first. */
    public record Page(List<MessageView> messages, boolean hasMore) {
        public Page {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Reads a page. Two who never wrote to each other have an empty one.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room
     * @throws ChatException.Invalid with {@code SELF_CHAT}
     */
    public Page handle(Caller caller, Query query) {
        Optional<RoomId> found = directory.find(query.chat(), caller.user());
        if (found.isEmpty() && query.chat() instanceof RoomAddress.Direct) {
            return new Page(List.of(), false);
        }
        RoomAccess access = found.flatMap(rooms::findAccess)
                .orElseThrow(() -> new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND));
        access.refusalToRead(caller.user()).ifPresent(refusal -> {
            throw refusal;
        });
        Room room = access.room();
        HistoryPage page = messages.history(new HistoryQuery(
                room.id(), query.range(), visibleAfter(room, caller.user()), query.includeDeleted(), query.limit()));
        return new Page(
                page.messages().stream()
                        .map(message -> MessageView.of(message, room, caller.user()))
                        .toList(),
                page.hasMore());
    }

    /** Under {@link HistoryVisibility#JOINED} the history begins where the current membership does. */
    private Position visibleAfter(Room room, UserId user) {
        return switch (room.historyVisibility()) {
            case ALL -> Position.NONE;
            case JOINED ->
                rooms.findMembership(room.id(), user)
                        .filter(Membership::isActive)
                        .map(Membership::joinedPosition)
                        .orElseThrow(() -> new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND));
        };
    }
}
