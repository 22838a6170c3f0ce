package io.chatsphere.application.message;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.TimedChat;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.ArchiveRoom;
import io.chatsphere.application.room.ChangeRole;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.application.room.RemoveMember;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditingTest {
    private final TimedChat timed = new TimedChat(builder -> builder.maxMessageLength(20));
    private final ChatSphere chat = timed.chat();
    private final Caller anna = user(chat, "anna");
    private final Caller ben = user(chat, "ben");
    private final Caller cleo = user(chat, "cleo");
    private final RoomAddress group = new RoomAddress.Group(chat.rooms()
            .createGroup()
            .handle(new CreateGroup.Command(
                    anna,
                    new RoomDetails("Walkers", Optional.empty(), Optional.empty(), OptionalInt.empty()),
                    List.of(ben.user())))
            .id());

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void an_author_edits_and_everybody_learns_of_it() {
        Message message = send(chat, anna, GENERAL, "helo");
        List<Object> heard = timed.heardOf(message.room());
        timed.clock().advance(Duration.ofSeconds(5));

        MessageView edited = edit(anna, message.id(), " hello ");

        assertThat(edited.content()).isEqualTo("hello");
        assertThat(edited.isEdited()).isTrue();
        assertThat(edited.editedAt()).contains(timed.clock().instant());
        assertThat(edited.createdAt()).isEqualTo(message.createdAt());
        assertThat(edited.position()).isEqualTo(message.position().value());
        assertThat(heard)
                .singleElement()
                .isInstanceOfSatisfying(
                        RoomChange.OfMessage.class,
                        change -> assertThat(change.revision().value())
                                .isEqualTo(message.revision().value() + 1));
    }

    @Test
    void the_same_content_again_is_no_edit() {
        Message message = send(chat, anna, GENERAL, "hello");
        List<Object> heard = timed.heardOf(message.room());

        assertThat(edit(anna, message.id(), "hello").isEdited()).isFalse();

        assertThat(heard).isEmpty();
    }

    @Test
    void nobody_edits_what_others_wrote_whatever_their_role() {
        Message message = send(chat, ben, group, "hello");

        assertRefused(ErrorCode.MESSAGE_ACCESS_DENIED, () -> edit(anna, message.id(), "hell"));
        assertThat(history(group)).extracting(MessageView::content).containsExactly("hello");
    }

    @Test
    void an_edit_is_no_longer_than_a_message() {
        Message message = send(chat, anna, GENERAL, "hello");

        assertRefused(ErrorCode.MESSAGE_TOO_LONG, () -> edit(anna, message.id(), "x".repeat(21)));
    }

    @Test
    void an_author_deletes_and_nothing_is_left_but_the_place() {
        Message message = send(chat, ben, group, "oops");
        send(chat, anna, group, "what?");
        List<Object> heard = timed.heardOf(message.room());

        delete(ben, message.id());

        assertThat(history(group)).extracting(MessageView::content).containsExactly("what?");
        assertThat(heard).singleElement().isInstanceOfSatisfying(RoomChange.OfMessage.class, change -> {
            assertThat(change.message().isDeleted()).isTrue();
            assertThat(change.message().content()).isEmpty();
            assertThat(change.message().position()).isEqualTo(message.position());
        });
    }

    @Test
    void those_who_moderate_delete_what_others_wrote_and_plain_members_do_not() {
        Message annas = send(chat, anna, group, "mine");
        Message first = send(chat, ben, group, "rude");

        assertRefused(ErrorCode.MESSAGE_ACCESS_DENIED, () -> delete(ben, annas.id()));
        delete(anna, first.id());
        chat.members().changeRole().handle(new ChangeRole.Command(anna, group, ben.user(), RoomRole.MODERATOR));
        delete(ben, annas.id());

        assertThat(history(group)).isEmpty();
    }

    @Test
    void what_is_deleted_is_gone_for_every_further_change() {
        Message message = send(chat, anna, GENERAL, "oops");
        delete(anna, message.id());

        assertRefused(ErrorCode.MESSAGE_NOT_FOUND, () -> delete(anna, message.id()));
        assertRefused(ErrorCode.MESSAGE_NOT_FOUND, () -> edit(anna, message.id(), "back"));
        assertRefused(ErrorCode.MESSAGE_NOT_FOUND, () -> edit(anna, new MessageId(UUID.randomUUID()), "hello"));
    }

    @Test
    void who_is_not_in_a_room_does_not_learn_that_a_message_exists() {
        Message inGroup = send(chat, ben, group, "secret");
        Message direct = send(chat, anna, new RoomAddress.Direct(ben.user()), "secret");

        for (MessageId message : List.of(inGroup.id(), direct.id())) {
            assertRefused(ErrorCode.MESSAGE_NOT_FOUND, () -> edit(cleo, message, "hello"));
            assertRefused(ErrorCode.MESSAGE_NOT_FOUND, () -> delete(cleo, message));
        }
        chat.members().remove().handle(new RemoveMember.Command(anna, group, ben.user()));
        assertRefused(ErrorCode.MESSAGE_NOT_FOUND, () -> edit(ben, inGroup.id(), "hello"));
    }

    @Test
    void in_a_closed_room_nothing_is_edited_or_deleted() {
        Message message = send(chat, ben, group, "hello");
        chat.rooms().archive().handle(new ArchiveRoom.Command(anna, group));

        assertRefused(ErrorCode.ROOM_ARCHIVED, () -> edit(ben, message.id(), "hell"));
        assertRefused(ErrorCode.ROOM_ARCHIVED, () -> delete(ben, message.id()));
    }

    @Test
    void in_a_private_chat_everybody_changes_their_own_alone() {
        Message message = send(chat, anna, new RoomAddress.Direct(ben.user()), "hello");

        assertRefused(ErrorCode.MESSAGE_ACCESS_DENIED, () -> delete(ben, message.id()));
        assertThat(edit(anna, message.id(), "hello Ben").chatId())
                .isEqualTo(ben.user().toString());
    }

    private List<MessageView> history(RoomAddress address) {
        HistoryQuery.Range newest = new HistoryQuery.Range.Offset(0);
        return chat.messages()
                .history()
                .handle(anna, new ReadHistory.Query(address, newest, false, 100))
                .messages();
    }

    private MessageView edit(Caller caller, MessageId message, String text) {
        return chat.messages().edit().handle(new EditMessage.Command(caller, message, new MessageContent(text)));
    }

    private void delete(Caller caller, MessageId message) {
        chat.messages().delete().handle(new DeleteMessage.Command(caller, message));
    }
}
