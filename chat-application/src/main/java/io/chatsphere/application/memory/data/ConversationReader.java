package io.chatsphere.application.memory.data;

import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationCursor;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.HistoryVisibility;
import io.chatsphere.domain.room.Membership;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;

/** One room as one of its members has it, and the marks that they set in it. */
public final class ConversationReader {
    private final ChatData data;
    private final StoredUser member;
    private final StoredRoom room;
    private final Membership membership;

    ConversationReader(ChatData data, StoredUser member, StoredRoom room, Membership membership) {
        this.data = data;
        this.member = member;
        this.room = room;
        this.membership = membership;
    }

    /** Its place in the member's list. */
    public ConversationCursor cursor() {
        return new ConversationCursor(updatedAt(), room.id());
    }

    public Conversation read() {
        return new Conversation(
                room.room(),
                room.room().pair().map(pair -> data.summary(pair.other(member.id()))),
                lastMessage(),
                last(),
                mark(),
                unread(),
                preferences(),
                updatedAt(),
                room.changes().head());
    }

    /** As {@link io.chatsphere.domain.conversation.ConversationRepository#markRead}. */
    public Optional<RoomPreferences> markRead(Optional<Position> asked) {
        Position position = asked.filter(wanted -> wanted.compareTo(last()) < 0).orElse(last());
        if (position.compareTo(mark()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(member.mark(room.id(), position, preferences().unreadFloor()));
    }

    /** As {@link io.chatsphere.domain.conversation.ConversationRepository#markUnread}. */
    public Optional<RoomPreferences> markUnread(Position position) {
        if (position.compareTo(membership.joinedPosition()) <= 0 || position.compareTo(last()) > 0) {
            return Optional.empty();
        }
        return Optional.of(member.mark(room.id(), new Position(position.value() - 1), last()));
    }

    /** Whether it has a place in the member's list. */
    public boolean isListed() {
        return room.room().pair().isEmpty() || !last().equals(Position.NONE);
    }

    private Instant updatedAt() {
        return last().equals(Position.NONE)
                ? room.room().createdAt()
                : room.messages().at(last().value()).createdAt();
    }

    private Position mark() {
        Position own = room.messages().lastOf(member.id());
        Position counted = own.compareTo(preferences().unreadFloor()) > 0 ? own : Position.NONE;
        return greatest(membership.joinedPosition(), greatest(preferences().readPosition(), counted));
    }

    private int unread() {
        return (int) LongStream.rangeClosed(mark().value() + 1, last().value())
                .filter(position -> !room.messages().at(position).isDeleted())
                .limit(Conversation.MAX_UNREAD + 1L)
                .count();
    }

    private Optional<Message> lastMessage() {
        boolean all = room.room().historyVisibility() == HistoryVisibility.ALL;
        long first = all ? 1 : membership.joinedPosition().value() + 1;
        long last = last().value();
        return LongStream.rangeClosed(first, last)
                .mapToObj(position -> room.messages().at(first + last - position))
                .filter(message -> !message.isDeleted())
                .findFirst()
                .map(data::current);
    }

    private Position last() {
        return room.messages().last();
    }

    private RoomPreferences preferences() {
        return member.preferences(room.id());
    }

    private static Position greatest(Position one, Position other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
