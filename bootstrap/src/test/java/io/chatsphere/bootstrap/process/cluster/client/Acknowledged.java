package io.chatsphere.bootstrap.process.cluster.client;

/** What a sender was told of a message: where it is stored, under which id and at which position. */
public record Acknowledged(Chat chat, String id, long position) {}
