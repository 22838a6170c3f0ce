package io.chatsphere.adapter.postgres.message;

import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The drafts of one call that go to one writer, and the answer for which the call waits. It is answered once. */
final class AppendSlice {
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

    boolean isAnswered() {
        return outcome.isDone();
    }

    /** No draft has an answer. */
    void fail(AppendFailure failure) {
        outcome.complete(new Outcome.Failed(failure));
    }

    /**
     * Waits for one of the two, which comes: the writer answers every slice, and nothing that it does is without a deadline.
     * One here too would cost a virtual thread two wake-ups of the JVM's timer for each message.
     */
    Outcome await() throws InterruptedException {
        try {
            return outcome.get();
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
