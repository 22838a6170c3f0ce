package io.chatsphere.adapter.websocket.frame;

import io.chatsphere.application.delivery.RoomCursor;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import java.util.List;
import java.util.Optional;

/** What a client sent, understood as far as possible. */
public record ClientFrame(Request request, Command command) {
    /**
     * Names a request of a client, as an error frame does that answers it.
     *
     * @param type as the client spelled it, short; empty if there was none
     * @param clientMessageId as the client spelled it, short; empty if there was none
     * @param chat the one among several that is meant; empty if it is the whole request
     */
    public record Request(Optional<String> type, Optional<String> clientMessageId, Optional<RoomAddress> chat) {
        Request(Optional<String> type, Optional<String> clientMessageId) {
            this(type, clientMessageId, Optional.empty());
        }

        /** The part of the request that is about this chat. */
        public Request about(RoomAddress part) {
            return new Request(type, clientMessageId, Optional.of(part));
        }
    }

    /** The same request, which is refused whatever it is. */
    public ClientFrame refused(ChatException reason) {
        return new ClientFrame(request, new Broken(reason));
    }

    /** What is asked for. */
    public sealed interface Command {
        /** As how many frames it counts. */
        default int weight() {
            return 1;
        }
    }

    /** What may be gathered and handled together with its neighbours of the same kind. */
    public sealed interface Gathered extends Command {}

    /** What is done by itself, in its place. */
    public sealed interface Action extends Command {}

    /**
     * A message is to be sent.
     *
     * @param isOldForm whether others are to get it in the old form too
     */
    public record Send(SendMessage.Draft draft, boolean isOldForm) implements Gathered {}

    /** Nothing that can be done. */
    public record Broken(ChatException reason) implements Gathered {}

    /** The client asks whether the server is there. */
    public record Ping() implements Command {}

    /** The client opens the view of a room. */
    public record Join(Slug room) implements Action {}

    /** The client closes the view of a room; membership goes on. */
    public record Leave(Slug room) implements Action {}

    /** The user writes, or has stopped. */
    public record Typing(RoomAddress chat, boolean isTyping) implements Action {}

    /**
     * The user has read.
     *
     * @param position up to where; what the connection was sent if empty
     */
    public record MarkRead(RoomAddress chat, Optional<Position> position) implements Action {}

    /** All from a position on is to be unread again. */
    public record MarkUnread(RoomAddress chat, Position position) implements Action {}

    /** A message is to say something else. */
    public record Edit(MessageId message, MessageContent content) implements Action {}

    /** A message is to go. */
    public record Delete(MessageId message) implements Action {}

    /**
     * What was missed of rooms is to be delivered. It reads much of the store, and counts as much.
     *
     * @param epoch that the cursors are of
     */
    public record Resume(Epoch epoch, List<RoomCursor> rooms) implements Action {
        private static final int ROOMS_OF_ONE_FRAME = 10;

        public Resume {
            rooms = List.copyOf(rooms);
        }

        @Override
        public int weight() {
            return 1 + rooms.size() / ROOMS_OF_ONE_FRAME;
        }
    }

    /** The client shows a newer token. It cannot be printed. */
    public record Authenticate(String token) implements Action {
        @Override
        public String toString() {
            return "Authenticate[hidden]";
        }
    }
}
