package io.chatsphere.application.delivery;

import io.chatsphere.application.simulation.World;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.ClientRequest;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.message.RequestHash;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A message that a client sends, with one id of its own, to whatever node until the answer is known. */
final class Posting {
    private final World world;
    private final User author;
    private final RoomId room;
    private final MessageContent content;
    private final ClientRequest request;
    private Optional<Answer> answer = Optional.empty();

    /** What the client was told; no message if it was refused. */
    private record Answer(Epoch epoch, Optional<MessageId> stored) {}

    Posting(World world, User author, RoomId room, String clientId) {
        this.world = world;
        this.author = author;
        this.room = room;
        this.content = new MessageContent("message " + clientId);
        RequestHash hash = RequestHash.of(content, MessageType.TEXT, Optional.empty());
        this.request = new ClientRequest(new ClientMessageId(clientId), hash);
    }

    /** Whether the answer is not known. */
    boolean isOpen() {
        return answer.isEmpty();
    }

    /** A node is asked to store it; {@code listens} says whether anybody hears the answer. */
    void send(NodeLife node, BooleanSupplier listens) {
        node.serve(() -> judge(node, listens));
    }

    /** Who was told that it is stored finds it, unless the store went back since. */
    boolean isKept() {
        return answer.filter(told -> told.epoch().equals(world.epoch()))
                .flatMap(Answer::stored)
                .map(id -> world.store().messages().find(id).isPresent())
                .orElse(true);
    }

    private void judge(NodeLife node, BooleanSupplier listens) {
        Storage storage = node.storage();
        try {
            Optional<RoomAccess> access = storage.rooms()
                    .findAccess(room)
                    .filter(found -> found.refusalToPost(author.id()).isEmpty());
            if (access.isPresent()) {
                node.serve(() -> append(node, draft(access.get().revision()), listens));
            } else {
                Optional<MessageId> stored = storage.messages()
                        .findRepeat(room, author.id(), request.id())
                        .map(repeat -> repeat.message().id());
                tell(node, stored, listens);
            }
        } catch (ChatException.Unavailable e) {
            // The client asks again.
        }
    }

    private void append(NodeLife node, MessageDraft draft, BooleanSupplier listens) {
        if (node.isCutOff()) {
            return;
        }
        Appended appended = world.commit((store, ledger) -> {
            Appended one = store.messages().append(List.of(draft)).getFirst();
            if (one instanceof Appended.Stored(var message)) {
                ledger.changed(new RoomChange.OfMessage(message));
            }
            return one;
        });
        if (node.isCutOff()) {
            // It is stored, but nobody here knows: neither the client nor the bus is told.
            return;
        }
        switch (appended) {
            case Appended.Stored(var message) -> {
                node.publish(List.of(bus -> bus.publish(List.of(new RoomChange.OfMessage(message)))));
                tell(node, Optional.of(message.id()), listens);
            }
            case Appended.Repeated(Message message) -> tell(node, Optional.of(message.id()), listens);
            case Appended.Stale stale -> send(node, listens);
            case Appended.Unknown unknown -> throw new IllegalStateException("this store always knows");
            case Appended.Conflicting conflicting ->
                throw new IllegalStateException("an id was used for something else");
        }
    }

    private void tell(NodeLife node, Optional<MessageId> stored, BooleanSupplier listens) {
        node.serve(() -> {
            if (listens.getAsBoolean()) {
                answer = Optional.of(new Answer(world.epoch(), stored));
            }
        });
    }

    private MessageDraft draft(Revision access) {
        return new MessageDraft(
                Fixtures.messageId(),
                room,
                author.summary(),
                content,
                MessageType.TEXT,
                Optional.empty(),
                Optional.of(request),
                access,
                World.NOW);
    }
}
