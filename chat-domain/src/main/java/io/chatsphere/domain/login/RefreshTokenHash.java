package io.chatsphere.domain.login;

/** The SHA-256 of a refresh token, 64 hexadecimal digits: what the store keeps of it. */
public record RefreshTokenHash(String hex) {
    public RefreshTokenHash {
        hex = Secrets.checkHash(hex);
    }
}
