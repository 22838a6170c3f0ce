package io.chatsphere.bootstrap.config;

/** From which weight on events are logged. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR
}
