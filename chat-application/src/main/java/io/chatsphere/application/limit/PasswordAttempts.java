package io.chatsphere.application.limit;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.limit.Budget;
import io.chatsphere.domain.limit.Rate;
import io.chatsphere.domain.limit.RateKey;
import io.chatsphere.domain.limit.RateLimiter;
import io.chatsphere.domain.user.Handles;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Limits guessing of passwords. An attempt is counted before the password is looked at, so that parallel guesses get no more
 * than the budget, and given back when the password was right. Thread-safe.
 *
 * <p>Sign-ins are counted by what was typed as the account, whether or not there is one, so that neither an answer nor its
 * time tells which accounts exist, or that a name and an address are of one account. Somebody who keeps guessing can
 * therefore hold up their victim's next sign-in, but not for good: a refused attempt costs the budget nothing, which refills
 * evenly (one attempt a minute by default), each attempt that is made also counts against the guesser's address, and
 * whoever is signed in stays so.
 */
public final class PasswordAttempts {
    private final RateLimiter limiter;
    private final LimitSettings settings;

    public PasswordAttempts(RateLimiter limiter, LimitSettings settings) {
        this.limiter = limiter;
        this.settings = settings;
    }

    private record Limit(RateKey key, Rate rate) {}

    /**
     * An attempt to sign in.
     *
     * @param handle the account, as typed
     * @param address where the attempt comes from; if empty, only the account is limited
     * @param guess looks at the password; empty if it is wrong
     * @return what {@code guess} gave
     * @throws ChatException.RateLimited instead of looking at the password
     */
    public <T> Optional<T> atSignIn(String handle, String address, Supplier<Optional<T>> guess) {
        Optional<Limit> ofAddress = address.isEmpty()
                ? Optional.empty()
                : limit(settings.failedLoginsOfAddress(), "sign-in-of-address", Subjects.ofAddress(address));
        return attempt(ofAddress, limit(settings.failedLogins(), "sign-in", key(handle)), guess);
    }

    /**
     * An attempt of somebody who is signed in to tell their own password, limited as one account is.
     *
     * @param guess looks at the password; empty if it is wrong
     * @return what {@code guess} gave
     * @throws ChatException.RateLimited instead of looking at the password
     */
    public <T> Optional<T> ofUser(UserId user, Supplier<Optional<T>> guess) {
        return attempt(Optional.empty(), limit(settings.failedLogins(), "password", user.toString()), guess);
    }

    /** The address comes first: one that has guessed too much does not touch anybody's account any more. */
    private <T> Optional<T> attempt(Optional<Limit> ofAddress, Optional<Limit> ofAccount, Supplier<Optional<T>> guess) {
        ofAddress.ifPresent(this::take);
        Optional<T> right;
        try {
            right = taking(ofAccount, guess);
        } catch (RuntimeException e) {
            ofAddress.ifPresent(this::giveBack);
            throw e;
        }
        if (right.isPresent()) {
            ofAccount.ifPresent(limit -> limiter.reset(limit.key()));
            ofAddress.ifPresent(this::giveBack);
        }
        return right;
    }

    /** What failed, as a store that is away, says nothing about the password. */
    private <T> Optional<T> taking(Optional<Limit> ofAccount, Supplier<Optional<T>> guess) {
        ofAccount.ifPresent(this::take);
        try {
            return guess.get();
        } catch (RuntimeException e) {
            ofAccount.ifPresent(this::giveBack);
            throw e;
        }
    }

    private void take(Limit limit) {
        Budget budget = limiter.take(limit.key(), limit.rate());
        if (!budget.granted()) {
            throw new ChatException.RateLimited(budget.retryAfter());
        }
    }

    private void giveBack(Limit limit) {
        limiter.giveBack(limit.key(), limit.rate());
    }

    private static Optional<Limit> limit(Optional<Rate> rate, String purpose, String subject) {
        return rate.map(it -> new Limit(new RateKey(purpose, subject), it));
    }

    private static String key(String handle) {
        return Subjects.hashed(Handles.key(handle));
    }
}
