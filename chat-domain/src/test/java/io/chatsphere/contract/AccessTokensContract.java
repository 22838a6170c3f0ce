package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatsphere.domain.error.ChatException.Unauthenticated;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.login.AccessClaims;
import io.chatsphere.domain.login.AccessTokens;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * What {@link AccessTokens} make and accept. Extend it, and return tokens that live by a given clock: from {@link #tokens}
 * those to be proved, always with one key, and from {@link #strangers} the same with another key.
 */
@ContractOf(AccessTokens.class)
public abstract class AccessTokensContract {
    private static final Instant ISSUED = NOW.truncatedTo(ChronoUnit.SECONDS);
    private static final Instant EXPIRES = ISSUED.plusSeconds(1800);
    // Letters of base64url in the order of their values, so that a letter's counterpart differs in its first bit.
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final AccessClaims claims = claims(EXPIRES);

    /** The tokens to be proved; each call with the same key. */
    protected abstract AccessTokens tokens(Clock clock);

    /** The same sort of tokens with another key. */
    protected abstract AccessTokens strangers(Clock clock);

    @Test
    void what_was_issued_is_verified() {
        assertEquals(claims, verify(issue(claims)));
    }

    @Test
    void claims_of_every_script_come_back() {
        AccessClaims odd = new AccessClaims(
                Fixtures.userId(),
                claims.login(),
                "张三丰",
                "Ł. \"O'Neill\" \\ 🎈 <b>",
                Optional.empty(),
                ISSUED,
                EXPIRES);

        assertEquals(odd, verify(issue(odd)));
    }

    @Test
    void times_are_cut_to_whole_seconds() {
        AccessClaims fine = claims(EXPIRES.plusMillis(999));

        assertEquals(EXPIRES, verify(issue(fine)).expiresAt());
    }

    @Test
    void two_tokens_with_the_same_claims_differ() {
        assertNotEquals(issue(claims), issue(claims));
    }

    @Test
    void a_token_is_accepted_until_the_moment_at_which_it_expires() {
        String token = issue(claims);

        assertEquals(claims, tokens(at(EXPIRES.minusMillis(1))).verify(token));
        assertRefused(ErrorCode.TOKEN_EXPIRED, token, EXPIRES);
        assertRefused(ErrorCode.TOKEN_EXPIRED, token, EXPIRES.plusSeconds(1));
        assertRefused(ErrorCode.TOKEN_EXPIRED, token, EXPIRES.plusSeconds(1_000_000_000));
    }

    @Test
    void a_token_of_another_key_is_invalid_whether_expired_or_not() {
        String foreign = strangers(at(ISSUED)).issue(claims);

        assertRefused(ErrorCode.TOKEN_INVALID, foreign, ISSUED);
        assertRefused(ErrorCode.TOKEN_INVALID, foreign, EXPIRES);
    }

    @Test
    void a_token_that_was_changed_anywhere_is_invalid() {
        String token = issue(claims);

        for (int i = 0; i < token.length(); i++) {
            String changed = token.substring(0, i) + counterpart(token.charAt(i)) + token.substring(i + 1);
            assertRefused(ErrorCode.TOKEN_INVALID, changed, ISSUED);
        }
    }

    @Test
    void a_part_of_a_token_is_invalid() {
        String token = issue(claims);

        for (int length = 0; length < token.length(); length++) {
            assertRefused(ErrorCode.TOKEN_INVALID, token.substring(0, length), ISSUED);
        }
        assertRefused(ErrorCode.TOKEN_INVALID, token.substring(1), ISSUED);
        assertRefused(ErrorCode.TOKEN_INVALID, token + "." + token, ISSUED);
        assertRefused(ErrorCode.TOKEN_INVALID, token + "A", ISSUED);
    }

    @Test
    void garbage_is_invalid() {
        List<String> garbage = List.of(
                "",
                " ",
                ".",
                "..",
                "null",
                "a.b.c",
                "\0",
                "é.é",
                "\uD800",
                "eyJhbGciOiJub25lIn0.e30.",
                "eyJhbGciOiJIUzI1NiJ9.e30.AAAA",
                "x".repeat(100_000));

        garbage.forEach(token -> assertRefused(ErrorCode.TOKEN_INVALID, token, ISSUED));
    }

    private void assertRefused(ErrorCode code, String token, Instant when) {
        Unauthenticated refused =
                assertThrows(Unauthenticated.class, () -> tokens(at(when)).verify(token), token);
        assertEquals(code, refused.code());

        StringWriter printed = new StringWriter();
        refused.printStackTrace(new PrintWriter(printed, true));
        assertFalse(token.length() > 20 && printed.toString().contains(token), "the refusal holds the token");
    }

    private String issue(AccessClaims claims) {
        return tokens(at(ISSUED)).issue(claims);
    }

    private AccessClaims verify(String token) {
        return tokens(at(ISSUED)).verify(token);
    }

    private static AccessClaims claims(Instant expiresAt) {
        return new AccessClaims(
                Fixtures.userId(),
                Optional.of(LoginId.next(NOW, ThreadLocalRandom.current())),
                "somebody",
                "Some Body",
                Optional.of("some.body@example.org"),
                ISSUED,
                expiresAt);
    }

    private static Clock at(Instant when) {
        return Clock.fixed(when, ZoneOffset.UTC);
    }

    private static char counterpart(char letter) {
        int value = LETTERS.indexOf(letter);
        return value < 0 ? 'A' : LETTERS.charAt((value + LETTERS.length() / 2) % LETTERS.length());
    }
}
