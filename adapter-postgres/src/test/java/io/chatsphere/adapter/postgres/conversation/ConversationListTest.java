package io.chatsphere.adapter.postgres.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationCursor;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the one statement that reads conversations makes of rows that only the tables can hold, or that only it joins. */
final class ConversationListTest {
    private static final int ROOMS = 7;

    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresStorage postgres = new PostgresStorage(database.config());
    private final TestChat chat = new TestChat(postgres.storage());
    private final ConversationRepository conversations = postgres.storage().conversations();
    private User author;
    private User reader;

    @BeforeEach
    void open() {
        postgres.open();
        author = chat.member();
        reader = chat.member();
    }

    @AfterEach
    void close() {
        postgres.close();
        database.close();
    }

    @Test
    void pages_of_any_size_give_every_room_once_though_all_were_active_at_one_microsecond() {
        for (int i = 0; i < ROOMS; i++) {
            chat.groupOf(author, reader);
        }
        database.execute("UPDATE rooms SET created_at = '2026-03-01T12:00:00.123456Z'");
        List<Conversation> all = conversations.list(reader.id(), Optional.empty(), ROOMS);

        assertThat(all).hasSize(ROOMS);
        assertThat(all.stream().map(ConversationListTest::id))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates();
        for (int size = 1; size <= ROOMS; size++) {
            assertThat(pages(size)).isEqualTo(all);
        }
    }

    @Test
    void who_may_read_since_joining_only_is_shown_no_older_message() {
        RoomId room = chat.group(author);
        database.execute("UPDATE rooms SET history_visibility = 'JOINED' WHERE id = '" + room + "'");
        chat.send(room, author, "before");
        chat.act(room, new RoomAct.Admit(reader.id(), RoomRole.MEMBER));

        assertThat(find(room).lastMessage()).isEmpty();
        assertThat(find(room).readPosition()).isEqualTo(new Position(1));

        Message after = chat.send(room, author, "after");

        assertThat(find(room).lastMessage()).contains(after);
        assertThat(find(room).unread()).isEqualTo(1);
    }

    @Test
    void the_last_message_comes_whole_with_its_author_and_what_it_answers() {
        RoomId room = chat.groupOf(author, reader);
        Message first = chat.send(room, author, "first");
        Message answer = chat.send(chat.reply(first, reader, "answer"));
        Message last = chat.send(room, author, "last");
        postgres.storage().messages().update(last.id(), (access, old) -> old.deleted(Fixtures.NOW));

        Conversation conversation = find(room);

        assertThat(conversation.lastMessage()).contains(answer);
        assertThat(conversation.readPosition()).isEqualTo(answer.position());
        assertThat(conversation.lastPosition()).isEqualTo(last.position());
        assertThat(conversation.unread()).isZero();
    }

    @Test
    void each_of_two_sees_the_other_whoever_sorts_first() {
        RoomId room = chat.direct(author, reader);

        assertThat(find(room).other()).contains(author.summary());
        assertThat(conversations.find(room, author.id()).orElseThrow().other()).contains(reader.summary());
        assertThat(conversations.list(reader.id(), Optional.empty(), 1)).isEmpty();
    }

    @Test
    void a_member_without_a_row_of_preferences_has_set_nothing() {
        RoomId room = chat.groupOf(author, reader);
        Conversation before = find(room);
        database.execute("DELETE FROM room_preferences");

        assertThat(find(room)).isEqualTo(before);
        chat.send(room, author, "text");
        assertThat(conversations.markRead(room, reader.id(), Optional.empty())).isPresent();
        assertThat(find(room).unread()).isZero();
    }

    private List<Conversation> pages(int size) {
        List<Conversation> all = new ArrayList<>();
        List<Conversation> page = conversations.list(reader.id(), Optional.empty(), size);
        while (!page.isEmpty()) {
            all.addAll(page);
            Conversation last = page.getLast();
            ConversationCursor cursor =
                    new ConversationCursor(last.updatedAt(), last.room().id());
            page = conversations.list(reader.id(), Optional.of(cursor), size);
        }
        return all;
    }

    private Conversation find(RoomId room) {
        return conversations.find(room, reader.id()).orElseThrow();
    }

    private static String id(Conversation conversation) {
        return conversation.room().id().toString();
    }
}
