package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.sql.Connections;
import io.chatsphere.adapter.postgres.sql.Database;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.HistoryPage;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.message.Repeat;
import io.chatsphere.domain.message.UpdatedMessage;
import io.chatsphere.domain.room.RoomAccess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Keeps messages in PostgreSQL and appends them by group commit. It owns threads once it is started. */
public final class JdbiMessageRepository implements MessageRepository, AutoCloseable {
    private final Database database;
    private final GroupCommit commits;

    /** @param writers how many transactions append at the same time */
    public JdbiMessageRepository(Database database, Connections connections, int writers) {
        this.database = database;
        this.commits = new GroupCommit(writers, () -> new AppendTransaction(connections));
    }

    /** Starts the writers; before that nothing can be appended. */
    public void start() {
        commits.start();
    }

    @Override
    public List<Appended> append(List<MessageDraft> drafts) {
        return commits.append(drafts);
    }

    @Override
    public Optional<Repeat> findRepeat(RoomId room, UserId sender, ClientMessageId id) {
        return database.read(handle -> MessageQueries.findRepeat(handle, room, sender, id));
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return database.read(handle -> MessageQueries.find(handle, id));
    }

    @Override
    public HistoryPage history(HistoryQuery query) {
        return database.read(handle -> HistoryQueries.read(handle, query));
    }

    @Override
    public UpdatedMessage update(MessageId id, BiFunction<RoomAccess, Message, Message> change) {
        return database.write(handle -> MessageUpdates.update(handle, id, change));
    }

    @Override
    public long count() {
        return database.read(MessageQueries::count);
    }

    @Override
    public long countSince(Instant start) {
        return database.read(handle -> MessageQueries.countSince(handle, start));
    }

    /** Commits what waits, then ends the writers; what is appended later is refused. */
    @Override
    public void close() {
        commits.close();
    }
}
