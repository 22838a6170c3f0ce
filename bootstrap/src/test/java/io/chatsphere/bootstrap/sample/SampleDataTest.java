package io.chatsphere.bootstrap.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SampleDataTest {
    private final Storage storage = new InMemoryStore().storage();

    @Test
    void users_and_rooms_are_older_than_their_talk_and_nothing_lies_ahead() {
        SampleData.fill(storage);

        User anna = anna();
        for (Conversation conversation : conversations(anna.id())) {
            Message last = conversation.lastMessage().orElseThrow();
            assertThat(last.createdAt()).isBefore(Instant.now());
            assertThat(anna.createdAt()).isBefore(last.createdAt().minus(Duration.ofDays(1)));
            assertThat(conversation.room().createdAt()).isBeforeOrEqualTo(last.createdAt());
        }
    }

    @Test
    void doing_it_again_adds_nothing_and_marks_nothing_as_read() {
        SampleData.fill(storage);
        User anna = anna();
        Conversation first = conversations(anna.id()).getFirst();
        storage.conversations().markUnread(first.room().id(), anna.id(), first.lastPosition());
        List<Conversation> before = conversations(anna.id());
        long messages = storage.messages().count();
        long users = storage.users().count();

        SampleData.fill(storage);

        assertThat(conversations(anna.id())).isEqualTo(before);
        assertThat(storage.messages().count()).isEqualTo(messages);
        assertThat(storage.users().count()).isEqualTo(users);
    }

    private User anna() {
        return storage.users().findCredentials("annaweber").orElseThrow().user();
    }

    private List<Conversation> conversations(UserId user) {
        List<Conversation> all = storage.conversations().list(user, Optional.empty(), 100);
        assertThat(all).isNotEmpty();
        return all;
    }
}
