package io.chatsphere.application.delivery;

import io.chatsphere.domain.error.ChatException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What somebody waits for: that a feed got so far, or why it did not. Thread-safe. */
final class Ready {
    private final CompletableFuture<Void> future = new CompletableFuture<>();

    void done() {
        future.complete(null);
    }

    /** Done, unless there is a reason why not. */
    void done(Optional<ChatException> refusal) {
        refusal.ifPresentOrElse(this::failed, this::done);
    }

    /** It will not be. */
    void failed(ChatException reason) {
        future.completeExceptionally(reason);
    }

    /**
     * Blocks until it is done.
     *
     * @throws ChatException the reason why it is not
     */
    void await() {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ChatException refusal ? refusal : new ChatException.Unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException.Unavailable(e);
        }
    }
}
