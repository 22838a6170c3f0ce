package io.chatsphere.domain.message;

/** What the content is. */
public enum MessageType {
    TEXT,
    IMAGE
}
