package io.chatsphere.application.message;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.TECH;
import static io.chatsphere.application.ChatFixture.refusal;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.domain.Storage;
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
import org.junit.jupiter.api.Test;

class PartlyStoredTest {
    @Test
    void what_is_stored_is_acknowledged_even_when_the_store_goes_away_before_the_rest() {
        Storage store = new InMemoryStore().storage();
        Storage leaving = new Storage(
                store.users(),
                store.logins(),
                store.rooms(),
                new LeavingStore(store.messages()),
                store.conversations(),
                store.changes());
        try (ChatSphere chat = ChatSphere.builder().storage(leaving).build()) {
            chat.open();

            List<Outcome> outcomes = chat.messages()
                    .send()
                    .handle(new SendMessage.Command(
                            user(chat, "anna"),
                            List.of(
                                    SendMessage.Draft.text(GENERAL, "stored"),
                                    SendMessage.Draft.text(TECH, "not stored"))));

            assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Sent.class);
            assertThat(refusal(outcomes.getLast())).isEqualTo(ErrorCode.UNAVAILABLE);
        }
    }

    /** Stores the first draft of its first call, has the others judged again, and does not answer any more. */
    private static final class LeavingStore implements MessageRepository {
        private final MessageRepository messages;
        private boolean away;

        LeavingStore(MessageRepository messages) {
            this.messages = messages;
        }

        @Override
        public List<Appended> append(List<MessageDraft> drafts) {
            if (away) {
                throw new ChatException.Unavailable();
            }
            away = true;
            List<Appended> appended = new ArrayList<>(messages.append(drafts.subList(0, 1)));
            drafts.stream().skip(1).forEach(draft -> appended.add(new Appended.Stale()));
            return appended;
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
