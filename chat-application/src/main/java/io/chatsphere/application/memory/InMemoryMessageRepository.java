package io.chatsphere.application.memory;

import io.chatsphere.application.memory.data.ChatData;
import io.chatsphere.application.memory.data.HistoryReader;
import io.chatsphere.application.memory.data.StoredRoom;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.HistoryPage;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.message.Repeat;
import io.chatsphere.domain.message.UpdatedMessage;
import io.chatsphere.domain.room.RoomAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Messages in memory. */
final class InMemoryMessageRepository implements MessageRepository {
    private final InMemoryStore store;

    InMemoryMessageRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Appended> append(List<MessageDraft> drafts) {
        return store.transaction(data -> {
            List<Appended> answers = new ArrayList<>(drafts.size());
            drafts.forEach(draft -> answers.add(append(data, draft)));
            return List.copyOf(answers);
        });
    }

    @Override
    public Optional<Repeat> findRepeat(RoomId room, UserId sender, ClientMessageId id) {
        return store.transaction(data -> data.rooms()
                .find(room)
                .flatMap(found -> found.messages().findRepeat(sender, id))
                .map(repeat -> new Repeat(data.current(repeat.message()), repeat.hash())));
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return store.transaction(data -> data.rooms().findMessage(id).map(data::current));
    }

    @Override
    public HistoryPage history(HistoryQuery query) {
        return store.transaction(data -> data.rooms()
                .find(query.room())
                .map(room -> new HistoryReader(room.messages(), query, data::current).page())
                .orElse(new HistoryPage(List.of(), false)));
    }

    @Override
    public UpdatedMessage update(MessageId id, BiFunction<RoomAccess, Message, Message> change) {
        return store.transaction(data -> {
            Message old = data.rooms()
                    .findMessage(id)
                    .map(data::current)
                    .orElseThrow(() -> new ChatException.NotFound(ErrorCode.MESSAGE_NOT_FOUND));
            StoredRoom room = data.rooms().find(old.room()).orElseThrow();
            Message changed = merge(old, change.apply(room.access(), old));
            return changed.equals(old)
                    ? new UpdatedMessage(old, false)
                    : new UpdatedMessage(room.change(changed), true);
        });
    }

    @Override
    public long count() {
        return store.transaction(data -> data.rooms().messageIds().count());
    }

    @Override
    public long countSince(Instant start) {
        return store.transaction(data -> data.rooms()
                .messageIds()
                .filter(id -> sentAt(id) >= start.toEpochMilli())
                .count());
    }

    private static Appended append(ChatData data, MessageDraft draft) {
        return data.rooms()
                .find(draft.room())
                .map(room -> append(data, room, draft))
                .orElseGet(Appended.Stale::new);
    }

    private static Appended append(ChatData data, StoredRoom room, MessageDraft draft) {
        Optional<Repeat> repeat = draft.request()
                .flatMap(request -> room.messages().findRepeat(draft.author().id(), request.id()));
        if (repeat.isPresent()) {
            boolean isSame =
                    repeat.get().hash().equals(draft.request().orElseThrow().hash());
            return isSame ? new Appended.Repeated(data.current(repeat.get().message())) : new Appended.Conflicting();
        }
        if (!draft.accessRevision().equals(room.accessRevision())) {
            return new Appended.Stale();
        }
        Message message = room.append(draft);
        data.rooms().add(room, message);
        return new Appended.Stored(message);
    }

    /** Takes from {@code wanted} what a change may change. */
    private static Message merge(Message old, Message wanted) {
        return new Message(
                old.id(),
                old.room(),
                old.position(),
                old.sentRevision(),
                old.revision(),
                old.author(),
                wanted.content(),
                old.type(),
                old.replyTo(),
                old.clientMessageId(),
                old.createdAt(),
                wanted.editedAt(),
                wanted.deletedAt());
    }

    /** The milliseconds that an id of version 7 begins with. */
    private static long sentAt(MessageId id) {
        return id.value().getMostSignificantBits() >>> 16;
    }
}
