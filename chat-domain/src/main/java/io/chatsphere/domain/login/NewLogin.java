package io.chatsphere.domain.login;

/** A login to be stored, with the hash of its first refresh token. */
public record NewLogin(Login login, RefreshTokenHash refreshToken) {}
