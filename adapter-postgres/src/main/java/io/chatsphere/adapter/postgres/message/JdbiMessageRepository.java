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
import java.util.List;
import java.util.Optional;

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
        return database.read(handle -> handle.createQuery("SELECT m.request_hash, " + MessageRows.COLUMNS
                        + """
                        FROM (
                            SELECT * FROM messages
                            WHERE room_id = :room AND from_user_id = :sender AND client_message_id >= :id
                            ORDER BY client_message_id
                            LIMIT 1
                        ) m
                        """
                        + MessageRows.AUTHOR
                        + "WHERE m.client_message_id = :id")
                .bind("room", room.value())
                .bind("sender", sender.value())
                .bind("id", id.value())
                .map((row, context) -> MessageRows.repeat(row))
                .findOne());
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return database.read(handle -> handle.createQuery(
                        "SELECT " + MessageRows.COLUMNS + "FROM messages m " + MessageRows.AUTHOR + "WHERE m.id = :id")
                .bind("id", id.value())
                .map(MessageRows::message)
                .findFirst());
    }

    @Override
    public HistoryPage history(HistoryQuery query) {
        return database.read(handle -> HistoryQueries.read(handle, query));
    }

    /** Commits what waits, then ends the writers; what is appended later is refused. */
    @Override
    public void close() {
        commits.close();
    }
}
