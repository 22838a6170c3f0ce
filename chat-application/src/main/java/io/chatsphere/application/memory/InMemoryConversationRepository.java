package io.chatsphere.application.memory;

import io.chatsphere.application.memory.data.ConversationReader;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationCursor;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Conversations in memory. */
final class InMemoryConversationRepository implements ConversationRepository {
    private static final Comparator<ConversationCursor> LATEST_FIRST = Comparator.comparing(
                    ConversationCursor::updatedAt)
            .thenComparing(cursor -> cursor.room().toString())
            .reversed();

    private final InMemoryStore store;

    InMemoryConversationRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Conversation> list(UserId user, Optional<ConversationCursor> after, int limit) {
        return store.transaction(data -> data.conversations(user)
                .filter(ConversationReader::isListed)
                .filter(reader -> after.isEmpty() || LATEST_FIRST.compare(reader.cursor(), after.get()) > 0)
                .sorted(Comparator.comparing(ConversationReader::cursor, LATEST_FIRST))
                .limit(limit)
                .map(ConversationReader::read)
                .toList());
    }

    @Override
    public Optional<Conversation> find(RoomId room, UserId user) {
        return store.transaction(data -> data.conversation(room, user).map(ConversationReader::read));
    }

    @Override
    public Optional<RoomPreferences> markRead(RoomId room, UserId user, Optional<Position> position) {
        return store.transaction(data -> data.conversation(room, user).flatMap(reader -> reader.markRead(position)));
    }

    @Override
    public Optional<RoomPreferences> markUnread(RoomId room, UserId user, Position position) {
        return store.transaction(data -> data.conversation(room, user).flatMap(reader -> reader.markUnread(position)));
    }
}
