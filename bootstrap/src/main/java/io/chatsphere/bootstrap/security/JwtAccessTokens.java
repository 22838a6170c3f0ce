package io.chatsphere.bootstrap.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.interfaces.Claim;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.AccessClaims;
import io.chatsphere.domain.login.AccessTokens;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Access tokens as JWT, signed with HMAC-SHA-256; a token that names any other algorithm is refused. Every token of ours
 * belongs to a login, so that it can be ended before its time: one without a login is neither made nor accepted.
 * Thread-safe.
 */
public final class JwtAccessTokens implements AccessTokens {
    private static final String TYPE = "access";

    private final Algorithm algorithm;
    private final Clock clock;

    /**
     * Signs with this secret.
     *
     * @param secret at least 32 bytes for full strength, never empty; the array is read at once
     */
    public JwtAccessTokens(byte[] secret, Clock clock) {
        this.algorithm = Algorithm.HMAC256(secret);
        this.clock = clock;
    }

    @Override
    public String issue(AccessClaims claims) {
        LoginId login =
                claims.login().orElseThrow(() -> new IllegalArgumentException("an access token belongs to a login"));
        JWTCreator.Builder token = JWT.create()
                .withSubject(claims.user().toString())
                .withClaim("username", claims.username())
                .withClaim("display_name", claims.displayName())
                .withIssuedAt(claims.issuedAt())
                .withExpiresAt(claims.expiresAt())
                .withJWTId(UUID.randomUUID().toString())
                .withClaim("sid", login.toString())
                .withClaim("type", TYPE);
        claims.email().ifPresent(email -> token.withClaim("email", email));
        return token.sign(algorithm);
    }

    @Override
    public AccessClaims verify(String token) {
        AccessClaims claims = read(genuine(token));
        if (!clock.instant().isBefore(claims.expiresAt())) {
            throw new ChatException.Unauthenticated(ErrorCode.TOKEN_EXPIRED);
        }
        return claims;
    }

    /** The library's own verifier counts the second of expiry as valid and refuses a clock that is slow; so it is not used. */
    private DecodedJWT genuine(String token) {
        try {
            DecodedJWT decoded = JWT.decode(token);
            if (!algorithm.getName().equals(decoded.getAlgorithm())) {
                throw invalid();
            }
            algorithm.verify(decoded);
            return decoded;
        } catch (JWTDecodeException | SignatureVerificationException e) {
            throw invalid();
        }
    }

    private static AccessClaims read(DecodedJWT token) {
        if (!TYPE.equals(text(token, "type"))) {
            throw invalid();
        }
        try {
            return new AccessClaims(
                    UserId.parse(text(token, "sub"), "sub"),
                    Optional.of(LoginId.parse(text(token, "sid"), "sid")),
                    text(token, "username"),
                    text(token, "display_name"),
                    Optional.ofNullable(token.getClaim("email").asString()),
                    time(token, "iat"),
                    time(token, "exp"));
        } catch (ChatException.Invalid e) {
            throw invalid();
        }
    }

    private static String text(DecodedJWT token, String name) {
        return Optional.ofNullable(token.getClaim(name).asString()).orElseThrow(JwtAccessTokens::invalid);
    }

    private static Instant time(DecodedJWT token, String name) {
        Claim claim = token.getClaim(name);
        return Optional.ofNullable(claim.asInstant())
                .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
                .orElseThrow(JwtAccessTokens::invalid);
    }

    private static ChatException.Unauthenticated invalid() {
        return new ChatException.Unauthenticated(ErrorCode.TOKEN_INVALID);
    }
}
