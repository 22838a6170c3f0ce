package io.chatsphere.bootstrap.config;

/** What the server is used for. */
public enum Environment {
    DEVELOPMENT,
    TESTING,
    PRODUCTION
}
