package io.chatsphere.domain.message;

/** A client's name for a message together with the hash of what it asked. */
public record ClientRequest(ClientMessageId id, RequestHash hash) {}
