package io.chatsphere.application.memory.data;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.Repeat;
import io.chatsphere.domain.message.RequestHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages of one room by position, as they are now. */
public final class MessageLog {
    private final List<Message> messages = new ArrayList<>();
    private final Map<RequestKey, Request> requests = new HashMap<>();
    private final Map<UserId, Position> lastOwn = new HashMap<>();

    private record RequestKey(UserId sender, ClientMessageId id) {}

    private record Request(Position position, RequestHash hash) {}

    public Position last() {
        return new Position(messages.size());
    }

    /** The message at a position from 1 to the last. */
    public Message at(long position) {
        return messages.get((int) position - 1);
    }

    /** What a sender stored under a client id. */
    public Optional<Repeat> findRepeat(UserId sender, ClientMessageId id) {
        return Optional.ofNullable(requests.get(new RequestKey(sender, id)))
                .map(request -> new Repeat(at(request.position().value()), request.hash()));
    }

    /** The position of a sender's last message, also a deleted one; none if they have none. */
    Position lastOf(UserId sender) {
        return lastOwn.getOrDefault(sender, Position.NONE);
    }

    /** Adds the message that the draft became. */
    void add(Message message, MessageDraft draft) {
        messages.add(message);
        lastOwn.put(message.author().id(), message.position());
        draft.request()
                .ifPresent(request -> requests.put(
                        new RequestKey(message.author().id(), request.id()),
                        new Request(message.position(), request.hash())));
    }

    /** Puts a message in the place of what it was. */
    void put(Message message) {
        messages.set((int) message.position().value() - 1, message);
    }
}
