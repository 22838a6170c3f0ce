package io.chatsphere.adapter.postgres.message;

import io.chatsphere.domain.message.MessageDraft;
import java.util.List;

/** Bounds what waits for being committed, over all writers: 10,000 drafts or 32 MiB. Thread-safe. */
final class AppendBudget {
    static final int MAX_DRAFTS = 10_000;
    static final long MAX_BYTES = 32L << 20;

    /** What a draft takes beside its text, roughly. */
    private static final int OVERHEAD = 512;

    private int drafts;
    private long bytes;

    /** Takes room for these drafts. A call that is greater than the whole bound is let in when nothing else waits. */
    synchronized boolean take(List<MessageDraft> added) {
        long size = size(added);
        boolean fits = drafts + added.size() <= MAX_DRAFTS && bytes + size <= MAX_BYTES;
        if (!fits && drafts > 0) {
            return false;
        }
        drafts += added.size();
        bytes += size;
        return true;
    }

    /** Gives back what {@link #take} took. */
    synchronized void release(List<MessageDraft> done) {
        drafts -= done.size();
        bytes -= size(done);
    }

    private static long size(List<MessageDraft> drafts) {
        long size = 0;
        for (MessageDraft draft : drafts) {
            size += OVERHEAD + 2L * draft.content().text().length();
        }
        return size;
    }
}
