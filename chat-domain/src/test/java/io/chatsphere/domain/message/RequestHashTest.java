package io.chatsphere.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.id.MessageId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RequestHashTest {
    private static final MessageId REPLY = new MessageId(new UUID(1, 2));

    @Test
    void the_same_request_has_the_same_hash() {
        assertEquals(
                hash("hello", MessageType.TEXT, Optional.of(REPLY)),
                hash(" hello ", MessageType.TEXT, Optional.of(REPLY)));
    }

    @Test
    void requests_that_differ_in_anything_have_different_hashes() {
        Set<RequestHash> hashes = List.of(
                        hash("hello", MessageType.TEXT, Optional.empty()),
                        hash("Hello", MessageType.TEXT, Optional.empty()),
                        hash("hello", MessageType.IMAGE, Optional.empty()),
                        hash("hello", MessageType.TEXT, Optional.of(REPLY)),
                        hash("hello", MessageType.TEXT, Optional.of(new MessageId(new UUID(1, 3)))),
                        hash(REPLY + "hello", MessageType.TEXT, Optional.empty()))
                .stream()
                .collect(Collectors.toSet());

        assertEquals(6, hashes.size());
    }

    /** Hashes are stored: a release that computes another one takes every retry for a conflict. */
    @Test
    void the_hash_of_a_known_request_never_changes() {
        assertEquals(
                "b77c6159-dea2-04cb-11d1-f1d9646ff223",
                hash("hello 🎈", MessageType.TEXT, Optional.of(REPLY)).value().toString());
    }

    private static RequestHash hash(String text, MessageType type, Optional<MessageId> replyTo) {
        return RequestHash.of(new MessageContent(text), type, replyTo);
    }
}
