package io.chatsphere.domain.user;

import io.chatsphere.domain.login.PasswordHash;

/** A local account and the hash that its password must match. */
public record Credentials(User user, PasswordHash passwordHash) {}
