package io.chatsphere.bootstrap.config;

/** How events are written: for people, or one JSON object on a line for machines. */
public enum LogFormat {
    TEXT,
    JSON
}
