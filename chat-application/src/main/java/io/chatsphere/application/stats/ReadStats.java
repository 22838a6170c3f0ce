package io.chatsphere.application.stats;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.user.UserRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

/** Reads how much is going on. However many ask at once, the store is asked once. */
public final class ReadStats {
    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UserRepository users;
    private final MessageRepository messages;
    private final IntSupplier online;
    private final Clock clock;
    private final AtomicReference<Reading> last = new AtomicReference<>(Reading.none());

    /**
     * Over these.
     *
     * @param online how many users are online now; must be quick
     */
    public ReadStats(UserRepository users, MessageRepository messages, IntSupplier online, Clock clock) {
        this.users = users;
        this.messages = messages;
        this.online = online;
        this.clock = clock;
    }

    /** Figures as of a moment, which may still be being read. */
    private record Reading(Instant since, CompletableFuture<Stats> figures) {
        static Reading none() {
            return new Reading(Instant.MIN, CompletableFuture.failedFuture(new ChatException.Unavailable()));
        }

        static Reading begun(Instant now) {
            return new Reading(now, new CompletableFuture<>());
        }
    }

    /**
     * The figures, at most 60 seconds old.
     *
     * @throws ChatException.Unavailable if the store does not answer
     */
    public Stats handle(Caller caller) {
        Instant now = clock.instant();
        Reading known = last.get();
        if (Duration.between(known.since(), now).compareTo(LIFETIME) < 0) {
            return await(known);
        }
        Reading fresh = Reading.begun(now);
        Reading witness = last.compareAndExchange(known, fresh);
        return witness.equals(known) ? read(fresh) : await(witness);
    }

    private Stats read(Reading reading) {
        try {
            Instant now = reading.since();
            Stats figures = new Stats(
                    online.getAsInt(),
                    users.count(),
                    messages.countSince(now.truncatedTo(ChronoUnit.DAYS)),
                    messages.count(),
                    now.truncatedTo(ChronoUnit.MILLIS));
            reading.figures().complete(figures);
            return figures;
        } catch (RuntimeException e) {
            // Whoever asks next asks the store again.
            last.compareAndSet(reading, Reading.none());
            reading.figures().completeExceptionally(e);
            throw e;
        }
    }

    private static Stats await(Reading reading) {
        try {
            return reading.figures().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
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
