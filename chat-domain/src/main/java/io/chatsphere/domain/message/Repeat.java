package io.chatsphere.domain.message;

/** A message that was stored under a client id, and the hash of what was asked then. */
public record Repeat(Message message, RequestHash hash) {}
