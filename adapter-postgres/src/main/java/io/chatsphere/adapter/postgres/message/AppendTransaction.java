package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.message.AppendFailure.Kind;
import io.chatsphere.adapter.postgres.message.DirectBatch.Before;
import io.chatsphere.adapter.postgres.sql.Connections;
import io.chatsphere.adapter.postgres.sql.SqlFailures;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends in PostgreSQL, and finds out what became of a transaction whose connection broke at the commit.
 *
 * <p>What is sent is new and judged a moment ago, nearly always: it is stored without a look first. If a client id was used
 * before, nothing is stored so and all drafts are looked at; the drafts of a room whose access has changed are looked at
 * alone.
 */
final class AppendTransaction implements Appends {
    /** A host application's pool may hold several connections that broke together. */
    private static final int ATTEMPTS = 3;

    private static final String CLIENT_IDS = "messages_once";

    private static final Logger LOG = LoggerFactory.getLogger(AppendTransaction.class);

    private final WriterConnection connection;

    @FunctionalInterface
    private interface Question<T> {
        T ask(Connection begun) throws SQLException;
    }

    AppendTransaction(Connections connections) {
        this.connection = new WriterConnection(connections);
    }

    /** A connection that breaks with nothing stored, or broke before, unnoticed, is replaced. */
    @Override
    public List<Appended> append(List<MessageDraft> drafts) throws AppendFailure {
        try {
            return attempt(drafts, ATTEMPTS);
        } catch (RuntimeException | Error e) {
            connection.discard();
            throw e;
        }
    }

    @Override
    public void close() {
        connection.discard();
    }

    private List<Appended> attempt(List<MessageDraft> drafts, int attempts) throws AppendFailure {
        try {
            return once(drafts);
        } catch (AppendFailure failure) {
            if (failure.kind() == Kind.LOST && attempts > 1) {
                return attempt(drafts, attempts - 1);
            }
            throw failure;
        }
    }

    private List<Appended> once(List<MessageDraft> drafts) throws AppendFailure {
        DirectBatch batch = new DirectBatch(drafts);
        Map<RoomId, Before> moved = batch.lines().isEmpty() ? Map.of() : directly(batch);
        if (moved.isEmpty()) {
            return judged(drafts);
        }
        Appended[] answers = new Appended[drafts.size()];
        for (DirectBatch.Line line : batch.lines()) {
            Before before = moved.get(line.draft().room());
            if (before != null) {
                answers[line.index()] = new Appended.Stored(line.stored(before));
            }
        }
        List<MessageDraft> left = drafts.stream()
                .filter(draft -> !moved.containsKey(draft.room()))
                .toList();
        Iterator<Appended> others =
                left.isEmpty() ? Collections.emptyIterator() : beside(left).iterator();
        return Arrays.stream(answers)
                .map(answer -> answer == null ? others.next() : answer)
                .toList();
    }

    /** The rooms that moved; none if a client id was used before. */
    private Map<RoomId, Before> directly(DirectBatch batch) throws AppendFailure {
        Connection begun = connect();
        try {
            return new DirectStatements(begun).commit(batch);
        } catch (SQLException e) {
            if (SqlFailures.isTaken(e, CLIENT_IDS)) {
                connection.rollback();
                return Map.of();
            }
            if (SqlFailures.rolledBack(e)) {
                throw notStored(e);
            }
            connection.discard();
            Map<RoomId, Before> committed = committed(batch, e);
            if (committed.isEmpty()) {
                throw new AppendFailure(Kind.LOST, e);
            }
            return committed;
        }
    }

    private Map<RoomId, Before> committed(DirectBatch batch, SQLException broken) throws AppendFailure {
        return found(begun -> new DirectStatements(begun).find(batch), broken);
    }

    /** Looks at drafts beside which others are stored already: they may fail, the call may not. */
    private List<Appended> beside(List<MessageDraft> drafts) {
        try {
            return judged(drafts);
        } catch (AppendFailure failure) {
            LOG.debug("What was left of a batch could not be appended", failure);
            Appended answer = failure.kind() == Kind.UNKNOWN ? new Appended.Unknown() : new Appended.Stale();
            return Collections.nCopies(drafts.size(), answer);
        }
    }

    private List<Appended> judged(List<MessageDraft> drafts) throws AppendFailure {
        AppendStatements statements = new AppendStatements(connect());
        AppendBatch batch = begin(statements, drafts);
        List<Appended> answers = batch.place(drafts);
        if (batch.rows().isEmpty()) {
            connection.rollback();
        } else {
            commit(statements, batch);
        }
        return answers;
    }

    private Connection connect() throws AppendFailure {
        try {
            return connection.begin();
        } catch (SQLException e) {
            boolean broken = connection.isOpen();
            connection.discard();
            throw new AppendFailure(broken ? Kind.LOST : Kind.AWAY, e);
        }
    }

    private AppendBatch begin(AppendStatements statements, List<MessageDraft> drafts) throws AppendFailure {
        try {
            return statements.begin(drafts);
        } catch (SQLException e) {
            throw notStored(e);
        }
    }

    private void commit(AppendStatements statements, AppendBatch batch) throws AppendFailure {
        try {
            statements.commit(batch);
        } catch (SQLException e) {
            if (SqlFailures.rolledBack(e)) {
                throw notStored(e);
            }
            connection.discard();
            if (!wasCommitted(batch, e)) {
                throw new AppendFailure(Kind.LOST, e);
            }
        }
    }

    private boolean wasCommitted(AppendBatch batch, SQLException broken) throws AppendFailure {
        return found(begun -> new AppendStatements(begun).isStored(batch.rows().getFirst()), broken);
    }

    /** Asks on a new connection what became of a transaction. */
    private <T> T found(Question<T> question, SQLException broken) throws AppendFailure {
        try {
            T answer = question.ask(connection.beginBehindLast());
            connection.rollback();
            return answer;
        } catch (SQLException e) {
            connection.discard();
            broken.addSuppressed(e);
            throw new AppendFailure(Kind.UNKNOWN, broken);
        }
    }

    private AppendFailure notStored(SQLException failure) {
        if (SqlFailures.rolledBack(failure)) {
            connection.rollback();
            return new AppendFailure(Kind.REFUSED, failure);
        }
        connection.discard();
        return new AppendFailure(Kind.LOST, failure);
    }
}
