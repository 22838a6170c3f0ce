package io.chatsphere.adapter.postgres.message;

import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.ClientRequest;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.message.RequestHash;
import io.chatsphere.domain.user.UserSummary;
import java.time.Instant;
import java.util.Optional;

/** Drafts that need no store. */
final class Drafts {
    static final Instant NOW = Fixtures.NOW;

    private Drafts() {}

    static RoomId room() {
        return Fixtures.roomId();
    }

    /** A room that falls to this one of so many writers. */
    static RoomId roomOf(int writer, int writers) {
        RoomId candidate = room();
        while (Math.floorMod(candidate.hashCode(), writers) != writer) {
            candidate = room();
        }
        return candidate;
    }

    static UserSummary sender() {
        return Fixtures.user().summary();
    }

    static MessageDraft plain(RoomId room, UserSummary sender) {
        return draft(room, sender, "text", Optional.empty(), Revision.ZERO);
    }

    static MessageDraft ofLength(RoomId room, int length) {
        return draft(room, sender(), "x".repeat(length), Optional.empty(), Revision.ZERO);
    }

    static MessageDraft request(RoomId room, UserSummary sender, String clientId, String text) {
        RequestHash hash = RequestHash.of(new MessageContent(text), MessageType.TEXT, Optional.empty());
        ClientRequest request = new ClientRequest(new ClientMessageId(clientId), hash);
        return draft(room, sender, text, Optional.of(request), Revision.ZERO);
    }

    static MessageDraft judgedAt(MessageDraft draft, long access) {
        return draft(draft.room(), draft.author(), draft.content().text(), draft.request(), new Revision(access));
    }

    private static MessageDraft draft(
            RoomId room, UserSummary sender, String text, Optional<ClientRequest> request, Revision access) {
        return new MessageDraft(
                Fixtures.messageId(),
                room,
                sender,
                new MessageContent(text),
                MessageType.TEXT,
                Optional.empty(),
                request,
                access,
                NOW);
    }
}
