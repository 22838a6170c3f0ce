package io.chatsphere.adapter.postgres.conversation;

import io.chatsphere.adapter.postgres.conversation.ReadMarks.Mark;
import io.chatsphere.adapter.postgres.conversation.ReadMarks.Place;
import io.chatsphere.adapter.postgres.sql.Database;
import io.chatsphere.adapter.postgres.sql.UserCounters;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationCursor;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads conversations from PostgreSQL, each time by one statement, and keeps read marks there. */
public final class JdbiConversationRepository implements ConversationRepository {
    private static final UUID NO_ROOM = new UUID(0, 0);

    private final Database database;

    public JdbiConversationRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<Conversation> list(UserId user, Optional<ConversationCursor> after, int limit) {
        return database.read(handle -> handle.createQuery(ConversationSql.LIST)
                .bind("user", user.value())
                .bind("updatedAt", after.map(JdbiConversationRepository::time).orElse(OffsetDateTime.MAX))
                .bind("room", after.map(cursor -> cursor.room().value()).orElse(NO_ROOM))
                .bind("limit", limit)
                .map(new ConversationRows(user))
                .list());
    }

    @Override
    public Optional<Conversation> find(RoomId room, UserId user) {
        return database.read(handle -> handle.createQuery(ConversationSql.FIND)
                .bind("user", user.value())
                .bind("room", room.value())
                .map(new ConversationRows(user))
                .findOne());
    }

    @Override
    public Optional<RoomPreferences> markRead(RoomId room, UserId user, Optional<Position> position) {
        return move(room, user, place -> place.readTo(position));
    }

    @Override
    public Optional<RoomPreferences> markUnread(RoomId room, UserId user, Position position) {
        return move(room, user, place -> place.unreadFrom(position));
    }

    /** Looks before it locks: most often nothing is to be moved, and a lock alone would cost a write. */
    private Optional<RoomPreferences> move(RoomId room, UserId user, Function<Place, Optional<Mark>> decide) {
        boolean moves = database.read(
                handle -> ReadMarks.find(handle, room, user).flatMap(decide).isPresent());
        return moves
                ? database.write(handle -> {
                    UserCounters.lock(handle, List.of(user));
                    return ReadMarks.find(handle, room, user)
                            .flatMap(decide)
                            .map(mark -> ReadMarks.store(handle, room, user, mark));
                })
                : Optional.empty();
    }

    /** As exact as what was read: a cursor must not fall beside its row. */
    private static OffsetDateTime time(ConversationCursor cursor) {
        return cursor.updatedAt().atOffset(ZoneOffset.UTC);
    }
}
