package io.chatsphere.application.memory;

import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.ClientRequest;
import io.chatsphere.domain.message.HistoryPage;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.message.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages in memory. */
final class InMemoryMessageRepository implements MessageRepository {
    private final InMemoryStore store;

    InMemoryMessageRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Appended> append(List<MessageDraft> drafts) {
        return store.transaction(() -> {
            List<Appended> answers = new ArrayList<>(drafts.size());
            drafts.forEach(draft -> answers.add(append(draft)));
            return List.copyOf(answers);
        });
    }

    @Override
    public Optional<Repeat> findRepeat(RoomId room, UserId sender, ClientMessageId id) {
        return store.transaction(() -> store.rooms()
                .find(room)
                .flatMap(found -> found.findRepeat(sender, id))
                .map(repeat -> new Repeat(store.current(repeat.message()), repeat.hash())));
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return store.transaction(() -> store.rooms().findMessage(id).map(store::current));
    }

    @Override
    public HistoryPage history(HistoryQuery query) {
        return store.transaction(() -> store.rooms()
                .find(query.room())
                .map(room -> new HistoryReader(room, query, store::current).page())
                .orElse(new HistoryPage(List.of(), false)));
    }

    private Appended append(MessageDraft draft) {
        return store.rooms().find(draft.room()).map(room -> append(room, draft)).orElseGet(Appended.Stale::new);
    }

    private Appended append(StoredRoom room, MessageDraft draft) {
        Optional<Repeat> repeat = draft.request()
                .flatMap(request -> room.findRepeat(draft.author().id(), request.id()));
        if (repeat.isPresent()) {
            return repeated(repeat.get(), draft.request().orElseThrow());
        }
        if (!draft.accessRevision().equals(room.accessRevision())) {
            return new Appended.Stale();
        }
        Message message = room.append(draft);
        store.rooms().add(message);
        return new Appended.Stored(message);
    }

    private Appended repeated(Repeat repeat, ClientRequest request) {
        return repeat.hash().equals(request.hash())
                ? new Appended.Repeated(store.current(repeat.message()))
                : new Appended.Conflicting();
    }
}
