package io.chatsphere.application.conversation;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.TECH;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.TimedChat;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.message.DeleteMessage;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationCursor;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.user.AvatarUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationsTest {
    private final TimedChat timed = new TimedChat();
    private final ChatSphere chat = timed.chat();
    private final Caller anna = user(chat, "anna");
    private final Caller ben = user(chat, "ben");
    private final RoomAddress toAnna = new RoomAddress.Direct(anna.user());
    private final RoomAddress toBen = new RoomAddress.Direct(ben.user());

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void everybody_begins_with_the_public_room_that_everybody_is_in() {
        ConversationView general = list(anna).getFirst();

        assertThat(list(anna)).hasSize(1);
        assertThat(general.chatType()).isEqualTo("room");
        assertThat(general.chatId()).isEqualTo("general");
        assertThat(general.name()).isEqualTo("公共大厅");
        assertThat(general.room()).contains(new ConversationView.PublicRoom("general", "公共大厅"));
        assertThat(general.otherUser()).isEmpty();
        assertThat(general.group()).isEmpty();
        assertThat(general.lastMessage()).isEmpty();
    }

    @Test
    void a_private_chat_is_named_by_the_other_one_for_both() {
        Message message = say(anna, toBen, "hi");

        ConversationView bens = list(ben).getFirst();
        ConversationView annas = list(anna).getFirst();

        assertThat(bens.chatType()).isEqualTo("private");
        assertThat(bens.chatId()).isEqualTo(anna.user().toString());
        assertThat(bens.name()).isEqualTo("anna");
        assertThat(bens.otherUser().orElseThrow().username()).isEqualTo("anna");
        assertThat(annas.chatId()).isEqualTo(ben.user().toString());
        assertThat(annas.id()).isEqualTo(bens.id());
        assertThat(bens.lastMessage())
                .contains(new ConversationView.LastMessage(
                        message.id().toString(),
                        "hi",
                        message.createdAt(),
                        anna.user().toString(),
                        "text"));
        assertThat(bens.updatedAt()).isEqualTo(message.createdAt());
    }

    @Test
    void a_group_comes_with_its_name_and_picture() {
        AvatarUrl picture = new AvatarUrl("https://example.com/w.png");
        Room group = chat.rooms()
                .createGroup()
                .handle(new CreateGroup.Command(
                        anna,
                        new RoomDetails("Walkers", Optional.empty(), Optional.of(picture), OptionalInt.empty()),
                        List.of(ben.user())));
        say(anna, new RoomAddress.Group(group.id()), "hello");

        ConversationView bens = list(ben).getFirst();

        assertThat(bens.chatType()).isEqualTo("group");
        assertThat(bens.group())
                .contains(new ConversationView.Group(
                        group.id().toString(), "Walkers", Optional.of("https://example.com/w.png")));
        assertThat(bens.name()).isEqualTo("Walkers");
    }

    @Test
    void what_is_unread_is_counted_for_those_who_never_say_a_word_and_never_for_who_wrote_it() {
        say(anna, toBen, "one");
        say(anna, toBen, "two");
        say(anna, GENERAL, "three");

        assertThat(list(ben)).extracting(ConversationView::unreadCount).containsExactly(1, 2);
        assertThat(list(anna)).extracting(ConversationView::unreadCount).containsExactly(0, 0);
    }

    @Test
    void what_was_deleted_is_neither_unread_nor_last() {
        Message first = say(anna, toBen, "one");
        Message second = say(anna, toBen, "two");

        chat.messages().delete().handle(new DeleteMessage.Command(anna, second.id()));

        ConversationView bens = list(ben).getFirst();
        assertThat(bens.unreadCount()).isOne();
        assertThat(bens.lastMessage().orElseThrow().id()).isEqualTo(first.id().toString());
        assertThat(bens.lastPosition()).isEqualTo(2);
    }

    @Test
    void more_than_999_unread_messages_are_999_and_more() {
        for (int i = 0; i < 999; i++) {
            send(chat, anna, toBen, "again");
        }
        ConversationView exact = list(ben).getFirst();
        send(chat, anna, toBen, "and again");
        ConversationView more = list(ben).getFirst();

        assertThat(List.of(exact.unreadCount(), more.unreadCount())).containsExactly(999, 999);
        assertThat(List.of(exact.unreadMore(), more.unreadMore())).containsExactly(false, true);
    }

    @Test
    void the_list_begins_with_what_was_active_last_and_is_read_page_by_page() {
        say(anna, GENERAL, "one");
        say(anna, TECH, "two");
        say(ben, toAnna, "three");
        say(anna, GENERAL, "four");

        assertThat(list(anna))
                .extracting(ConversationView::chatId)
                .containsExactly("general", ben.user().toString(), "tech");

        List<Conversation> pages = new ArrayList<>();
        Optional<ConversationCursor> cursor = Optional.empty();
        do {
            ListConversations.Page page = chat.conversations().list().handle(anna, cursor, 1);
            assertThat(page.conversations()).hasSize(1);
            pages.addAll(page.conversations());
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(pages).extracting(ConversationView::of).isEqualTo(list(anna));
    }

    private List<ConversationView> list(Caller caller) {
        return chat.conversations().list().handle(caller, Optional.empty(), 100).conversations().stream()
                .map(ConversationView::of)
                .toList();
    }

    private Message say(Caller caller, RoomAddress to, String text) {
        timed.clock().advance(Duration.ofSeconds(1));
        return send(chat, caller, to, text);
    }
}
