package io.chatsphere.domain.message;

import io.chatsphere.domain.id.MessageId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/** The first 128 bits of a SHA-256 over what was asked: tells a retry from another message under the same client id. */
public record RequestHash(UUID value) {
    /** The hash of a request to send. */
    public static RequestHash of(MessageContent content, MessageType type, Optional<MessageId> replyTo) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(type.name().getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) 0);
            digest.update(replyTo.map(MessageId::toString).orElse("").getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) 0);
            ByteBuffer bits = ByteBuffer.wrap(digest.digest(content.text().getBytes(StandardCharsets.UTF_8)));
            return new RequestHash(new UUID(bits.getLong(), bits.getLong()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
