package io.chatsphere.application.message;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.TECH;
import static io.chatsphere.application.ChatFixture.draft;
import static io.chatsphere.application.ChatFixture.refusal;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.memory.InMemoryChangeBus;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.RoomChange;
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
import io.chatsphere.domain.room.Slug;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartlyStoredTest {
    private static final SendMessage.Draft FIRST = draft(GENERAL, "first", "c-1");
    private static final SendMessage.Draft SECOND = draft(TECH, "second", "c-2");

    private final List<String> published = new ArrayList<>();
    private ChatSphere chat;
    private Caller anna;

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void what_is_stored_is_acknowledged_even_when_the_store_goes_away_before_the_rest() {
        open(LeavingStore::new);

        List<Outcome> outcomes = send(FIRST, SECOND);

        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Sent.class);
        assertThat(refusal(outcomes.getLast())).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void what_is_stored_is_acknowledged_and_delivered_beside_what_nobody_knows_the_end_of() {
        open(DoubtfulStore::new);

        List<Outcome> outcomes = send(FIRST, SECOND);

        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Sent.class);
        assertThat(refusal(outcomes.getLast())).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(published).containsExactly("first");
    }

    @Test
    void a_retry_tells_what_became_of_it() {
        open(DoubtfulStore::new);
        send(FIRST, SECOND);

        Outcome retried = send(SECOND).getFirst();

        assertThat(retried)
                .isInstanceOfSatisfying(
                        Outcome.Sent.class, sent -> assertThat(sent.duplicate()).isTrue());
    }

    private void open(UnaryOperator<MessageRepository> messages) {
        Storage store = new InMemoryStore().storage();
        InMemoryChangeBus bus = new InMemoryChangeBus();
        chat = ChatSphere.builder()
                .bus(bus)
                .storage(new Storage(
                        store.users(),
                        store.logins(),
                        store.rooms(),
                        messages.apply(store.messages()),
                        store.conversations(),
                        store.changes()))
                .build();
        chat.open();
        anna = user(chat, "anna");
        for (String slug : List.of("general", "tech")) {
            RoomId room = store.rooms().findPublic(new Slug(slug)).orElseThrow();
            bus.follow(room, (changes, origin) -> changes.forEach(this::note));
        }
    }

    private void note(RoomChange change) {
        if (change instanceof RoomChange.OfMessage(var message)) {
            published.add(message.content().orElseThrow().text());
        }
    }

    private List<Outcome> send(SendMessage.Draft... drafts) {
        return chat.messages().send().handle(new SendMessage.Command(anna, List.of(drafts)));
    }

    /** Stores everything, but cannot tell so of all but the first draft of a call. */
    private static final class DoubtfulStore extends Messages {
        DoubtfulStore(MessageRepository messages) {
            super(messages);
        }

        @Override
        public List<Appended> append(List<MessageDraft> drafts) {
            List<Appended> appended = new ArrayList<>(super.append(drafts));
            for (int i = 1; i < appended.size(); i++) {
                appended.set(i, new Appended.Unknown());
            }
            return appended;
        }
    }

    /** Stores the first draft of its first call, has the others judged again, and does not answer any more. */
    private static final class LeavingStore extends Messages {
        private boolean away;

        LeavingStore(MessageRepository messages) {
            super(messages);
        }

        @Override
        public List<Appended> append(List<MessageDraft> drafts) {
            if (away) {
                throw new ChatException.Unavailable();
            }
            away = true;
            List<Appended> appended = new ArrayList<>(super.append(drafts.subList(0, 1)));
            drafts.stream().skip(1).forEach(draft -> appended.add(new Appended.Stale()));
            return appended;
        }
    }

    private static class Messages implements MessageRepository {
        private final MessageRepository messages;

        Messages(MessageRepository messages) {
            this.messages = messages;
        }

        @Override
        public List<Appended> append(List<MessageDraft> drafts) {
            return messages.append(drafts);
        }

        @Override
        public Optional<Repeat> findRepeat(RoomId room, UserId sender, ClientMessageId id) {
            return messages.findRepeat(room, sender, id);
        }

        @Override
        public Optional<Message> find(MessageId id) {
            return messages.find(id);
        }

        @Override
        public HistoryPage history(HistoryQuery query) {
            return messages.history(query);
        }

        @Override
        public UpdatedMessage update(MessageId id, BiFunction<RoomAccess, Message, Message> change) {
            return messages.update(id, change);
        }

        @Override
        public long count() {
            return messages.count();
        }

        @Override
        public long countSince(Instant start) {
            return messages.countSince(start);
        }
    }
}
