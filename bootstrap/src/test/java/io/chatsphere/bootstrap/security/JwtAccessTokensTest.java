package io.chatsphere.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.chatsphere.contract.AccessTokensContract;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.AccessClaims;
import io.chatsphere.domain.login.AccessTokens;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JwtAccessTokensTest extends AccessTokensContract {
    private static final byte[] SECRET = "a secret of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final AccessClaims CLAIMS = new AccessClaims(
            new UserId(UUID.randomUUID()),
            Optional.of(new LoginId(UUID.randomUUID())),
            "anna",
            "Anna",
            Optional.of("anna@example.org"),
            NOW,
            NOW.plusSeconds(60));

    @Override
    protected AccessTokens tokens(Clock clock) {
        return new JwtAccessTokens(SECRET, clock);
    }

    @Override
    protected AccessTokens strangers(Clock clock) {
        return new JwtAccessTokens("another secret of thirty-two bytes".getBytes(StandardCharsets.UTF_8), clock);
    }

    @Test
    void the_claims_have_the_names_that_clients_and_proxies_know() {
        DecodedJWT token = JWT.decode(now().issue(CLAIMS));

        assertThat(token.getAlgorithm()).isEqualTo("HS256");
        assertThat(token.getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "sub", "email", "username", "display_name", "exp", "iat", "jti", "sid", "type");
        assertThat(token.getSubject()).isEqualTo(CLAIMS.user().toString());
        assertThat(token.getClaim("type").asString()).isEqualTo("access");
        assertThat(token.getClaim("exp").asLong()).isEqualTo(CLAIMS.expiresAt().getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "sid", "username", "display_name", "type", "exp", "iat"})
    void a_genuine_token_that_lacks_a_claim_is_refused(String claim) {
        assertRefused(genuine().withNullClaim(claim).sign(Algorithm.HMAC256(SECRET)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "sid", "type", "exp", "iat"})
    void a_genuine_token_with_nonsense_in_a_claim_is_refused(String claim) {
        assertRefused(genuine().withClaim(claim, "nonsense").sign(Algorithm.HMAC256(SECRET)));
    }

    @Test
    void a_refresh_token_signed_with_our_secret_is_no_access_token() {
        assertRefused(genuine().withClaim("type", "refresh").sign(Algorithm.HMAC256(SECRET)));
    }

    @Test
    void another_algorithm_with_the_right_secret_is_refused() {
        assertRefused(genuine().sign(Algorithm.HMAC512(SECRET)));
        assertRefused(genuine().sign(Algorithm.HMAC384(SECRET)));
        assertRefused(genuine().sign(Algorithm.none()));
    }

    @Test
    void what_the_refusals_are_measured_by_is_accepted() {
        assertThat(now().verify(genuine().sign(Algorithm.HMAC256(SECRET))).username())
                .isEqualTo("anna");
    }

    @Test
    void a_token_without_a_login_is_not_made() {
        AccessClaims hosted = new AccessClaims(
                CLAIMS.user(), Optional.empty(), "anna", "Anna", Optional.empty(), NOW, NOW.plusSeconds(60));

        assertThatIllegalArgumentException().isThrownBy(() -> now().issue(hosted));
    }

    private static void assertRefused(String token) {
        assertThatThrownBy(() -> now().verify(token))
                .isInstanceOf(ChatException.Unauthenticated.class)
                .extracting(refused -> ((ChatException) refused).code())
                .isEqualTo(ErrorCode.TOKEN_INVALID);
    }

    private static AccessTokens now() {
        return new JwtAccessTokens(SECRET, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static JWTCreator.Builder genuine() {
        return JWT.create()
                .withSubject(UUID.randomUUID().toString())
                .withClaim("sid", UUID.randomUUID().toString())
                .withClaim("username", "anna")
                .withClaim("display_name", "Anna")
                .withClaim("type", "access")
                .withIssuedAt(NOW)
                .withExpiresAt(NOW.plusSeconds(60));
    }
}
