package io.chatsphere.application.delivery;

import io.chatsphere.domain.error.ChatException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What somebody waits for: that a feed got so far, or why it did not. Thread-safe. */
final class Ready {
    private final CompletableFuture<Void> future = new CompletableFuture<>();

    void done() {
        future.complete(null);
    }

    /** Done, unless there is a reason why not. */
    void done(Optional<ChatException> refusal) {
        refusal.ifPresentOrElse(future::completeExceptionally, this::done);
    }

    /**
     * Blocks until it is done.
     *
     * @throws ChatException the reason why it is not, or {@code Unavailable} if it takes longer than {@code deadline}
     */
    void await(Duration deadline) {
        try {
            future.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ChatException refusal ? refusal : new ChatException.Unavailable(e);
        } catch (TimeoutException e) {
            throw new ChatException.Unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException.Unavailable(e);
        }
    }
}
