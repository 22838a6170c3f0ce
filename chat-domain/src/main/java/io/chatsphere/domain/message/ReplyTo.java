package io.chatsphere.domain.message;

import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;

/** The message of the same room that is answered. */
public record ReplyTo(MessageId id, Position position) {}
