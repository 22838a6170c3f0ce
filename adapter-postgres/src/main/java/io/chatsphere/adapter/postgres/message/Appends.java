package io.chatsphere.adapter.postgres.message;

import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import java.util.List;

/** Appends drafts, in one transaction nearly always. Used by one thread at a time. */
interface Appends extends AutoCloseable {
    /**
     * Commits these drafts. When it fails, none is stored, unless the failure says that nobody knows.
     *
     * @return one answer per draft, in order
     */
    List<Appended> append(List<MessageDraft> drafts) throws AppendFailure;

    /** Frees what it holds. */
    @Override
    void close();
}
