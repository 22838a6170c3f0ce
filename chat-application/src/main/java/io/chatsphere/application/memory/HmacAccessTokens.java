package io.chatsphere.application.memory;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.login.AccessClaims;
import io.chatsphere.domain.login.AccessTokens;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Access tokens with what every JDK has: the claims and an HMAC-SHA-256 over them, both in base64url, joined by a dot. They
 * are read by this class alone. With a key of its own, tokens end with the JVM; nodes that share a key accept each other's.
 */
public final class HmacAccessTokens implements AccessTokens {
    /** The least length of a key in bytes. */
    public static final int MIN_KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final Clock clock;

    /** With a random key. */
    public HmacAccessTokens(Clock clock) {
        this(SecureRandom.getSeed(MIN_KEY_BYTES), clock);
    }

    /**
     * With this key.
     *
     * @param key at least {@link #MIN_KEY_BYTES} bytes, secret and random
     */
    public HmacAccessTokens(byte[] key, Clock clock) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("a key has at least " + MIN_KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.clock = clock;
    }

    @Override
    public String issue(AccessClaims claims) {
        String body = encode(ClaimsCodec.encode(claims, random));
        return body + "." + signature(body);
    }

    @Override
    public AccessClaims verify(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || !isSigned(token.substring(0, dot), token.substring(dot + 1))) {
            throw new ChatException.Unauthenticated(ErrorCode.TOKEN_INVALID);
        }
        AccessClaims claims = ClaimsCodec.decode(Base64.getUrlDecoder().decode(token.substring(0, dot)));
        if (!clock.instant().isBefore(claims.expiresAt())) {
            throw new ChatException.Unauthenticated(ErrorCode.TOKEN_EXPIRED);
        }
        return claims;
    }

    private boolean isSigned(String body, String signature) {
        return MessageDigest.isEqual(signature(body).getBytes(US_ASCII), signature.getBytes(US_ASCII));
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return encode(mac.doFinal(body.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
