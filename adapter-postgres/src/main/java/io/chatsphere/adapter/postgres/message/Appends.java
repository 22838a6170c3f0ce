package io.chatsphere.adapter.postgres.message;

import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import java.util.List;

/** Appends drafts in one transaction. Used by one thread at a time. */
interface Appends extends AutoCloseable {
    /**
     * Commits all of these drafts or none.
     *
     * @return one answer per draft, in order
     */
    List<Appended> append(List<MessageDraft> drafts) throws AppendFailure;

    /** Frees what it holds. */
    @Override
    void close();
}
