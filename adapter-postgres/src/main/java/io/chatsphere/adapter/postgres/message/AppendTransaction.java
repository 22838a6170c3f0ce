package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.message.AppendFailure.Kind;
import io.chatsphere.adapter.postgres.sql.Connections;
import io.chatsphere.adapter.postgres.sql.SqlFailures;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import java.sql.SQLException;
import java.util.List;

/** Appends in one transaction of PostgreSQL, and finds out what became of one whose connection broke at the commit. */
final class AppendTransaction implements Appends {
    /** A host application's pool may hold several connections that broke together. */
    private static final int ATTEMPTS = 3;

    private final WriterConnection connection;

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
        AppendStatements statements = connect();
        AppendBatch batch = begin(statements, drafts);
        List<Appended> answers = batch.place(drafts);
        if (batch.rows().isEmpty()) {
            connection.rollback();
        } else {
            commit(statements, batch);
        }
        return answers;
    }

    private AppendStatements connect() throws AppendFailure {
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
        try {
            boolean stored = connection.begin().isStored(batch.rows().getFirst());
            connection.rollback();
            return stored;
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
