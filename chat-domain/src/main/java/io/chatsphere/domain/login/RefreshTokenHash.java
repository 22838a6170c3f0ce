package io.chatsphere.domain.login;

/** The SHA-256 of a refresh token, 64 hexadecimal digits: what the store keeps of it. */
public record RefreshTokenHash(String hex) {
    public RefreshTokenHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal digits");
        }
    }
}
