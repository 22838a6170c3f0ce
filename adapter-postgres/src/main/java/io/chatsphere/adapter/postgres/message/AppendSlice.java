package io.chatsphere.adapter.postgres.message;

import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The drafts of one call that go to one writer, and the answer for which the call waits. It is answered once. */
final class AppendSlice {
    /** Far more than the deadlines of everything that a writer does: it fires only if a writer is stuck. */
    private static final long DEADLINE_SECONDS = 30;

    private final List<MessageDraft> drafts;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    AppendSlice(List<MessageDraft> drafts) {
        this.drafts = List.copyOf(drafts);
    }

    List<MessageDraft> drafts() {
        return drafts;
    }

    /** Each draft has an answer. */
    void answer(List<Appended> answers) {
        outcome.complete(new Outcome.Answered(answers));
    }

    /** No draft has an answer. */
    void fail(AppendFailure failure) {
        outcome.complete(new Outcome.Failed(failure));
    }

    /** Waits for one of the two. */
    Outcome await() throws InterruptedException {
        try {
            return outcome.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Outcome.Failed(new AppendFailure(AppendFailure.Kind.UNKNOWN, e));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a slice never ends with an exception", e);
        }
    }

    /** What became of a slice. */
    sealed interface Outcome {
        /** One answer per draft. */
        record Answered(List<Appended> answers) implements Outcome {}

        /** The transaction failed. */
        record Failed(AppendFailure failure) implements Outcome {}
    }
}
