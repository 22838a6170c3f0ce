package io.chatsphere.adapter.websocket.frame;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The frame that tells of a change, the same for all who get it.
 *
 * @param frame to be duplicated by whoever reads it
 * @param update what it means for the list of conversations, if anything
 */
public record EncodedChange(ByteBuffer frame, Optional<ConversationUpdate> update) {}
