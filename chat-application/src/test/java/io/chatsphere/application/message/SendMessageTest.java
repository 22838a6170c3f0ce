package io.chatsphere.application.message;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.TECH;
import static io.chatsphere.application.ChatFixture.draft;
import static io.chatsphere.application.ChatFixture.outcome;
import static io.chatsphere.application.ChatFixture.refusal;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendMessageTest {
    private final Storage storage = new InMemoryStore().storage();
    private final ChatSphere chat =
            ChatSphere.builder().storage(storage).maxMessageLength(20).build();

    @BeforeEach
    void open() {
        chat.open();
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void drafts_of_one_call_are_stored_in_their_order() {
        Caller anna = user(chat, "anna");

        List<Outcome> outcomes = chat.messages()
                .send()
                .handle(new SendMessage.Command(
                        anna,
                        List.of(
                                SendMessage.Draft.text(GENERAL, "one"),
                                SendMessage.Draft.text(TECH, "elsewhere"),
                                SendMessage.Draft.text(GENERAL, "two"))));

        assertThat(outcomes)
                .extracting(outcome -> ((Outcome.Sent) outcome).message().position())
                .containsExactly(new Position(1), new Position(1), new Position(2));
    }

    @Test
    void a_refused_draft_spoils_none_beside_it() {
        Caller anna = user(chat, "anna");
        RoomAddress nowhere = new RoomAddress.Public(new Slug("nowhere"));

        List<Outcome> outcomes = chat.messages()
                .send()
                .handle(new SendMessage.Command(
                        anna,
                        List.of(
                                SendMessage.Draft.text(GENERAL, "one"),
                                SendMessage.Draft.text(nowhere, "lost"),
                                SendMessage.Draft.text(GENERAL, "a text that is much too long"),
                                SendMessage.Draft.text(GENERAL, "two"))));

        assertThat(refusal(outcomes.get(1))).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
        assertThat(refusal(outcomes.get(2))).isEqualTo(ErrorCode.MESSAGE_TOO_LONG);
        assertThat(((Outcome.Sent) outcomes.get(3)).message().position()).isEqualTo(new Position(2));
    }

    @Test
    void a_retry_gives_the_stored_message_and_another_text_under_its_id_a_conflict() {
        Caller anna = user(chat, "anna");

        Outcome.Sent first = (Outcome.Sent) outcome(chat, anna, draft(GENERAL, "hello", "id-1"));
        Outcome.Sent retry = (Outcome.Sent) outcome(chat, anna, draft(GENERAL, "hello", "id-1"));

        assertThat(first.duplicate()).isFalse();
        assertThat(retry.duplicate()).isTrue();
        assertThat(retry.message()).isEqualTo(first.message());
        assertThat(refusal(outcome(chat, anna, draft(GENERAL, "another", "id-1"))))
                .isEqualTo(ErrorCode.CLIENT_MESSAGE_ID_REUSED);
    }

    @Test
    void a_retry_is_answered_even_when_the_draft_would_be_refused_now() {
        Caller anna = user(chat, "anna");
        send(chat, anna, GENERAL, "before");
        ChatSphere generous = ChatSphere.builder().storage(storage).build();
        generous.open();
        outcome(generous, anna, draft(GENERAL, "a text that is longer than 20", "id-1"));
        generous.close();

        Outcome retry = outcome(chat, anna, draft(GENERAL, "a text that is longer than 20", "id-1"));

        assertThat(retry)
                .isInstanceOfSatisfying(
                        Outcome.Sent.class, sent -> assertThat(sent.duplicate()).isTrue());
    }

    @Test
    void who_writes_into_a_public_room_becomes_a_member() {
        Caller anna = user(chat, "anna");

        Message sent = send(chat, anna, TECH, "hello");

        assertThat(storage.rooms().findMembership(sent.room(), anna.user())).isPresent();
    }

    @Test
    void a_first_message_to_a_user_opens_the_one_direct_room_of_the_two() {
        Caller anna = user(chat, "anna");
        Caller bert = user(chat, "bert");

        Message there = send(chat, anna, new RoomAddress.Direct(bert.user()), "hello");
        Message back = send(chat, bert, new RoomAddress.Direct(anna.user()), "hello too");

        assertThat(back.room()).isEqualTo(there.room());
        assertThat(back.position()).isEqualTo(new Position(2));
    }

    @Test
    void nobody_writes_to_themselves_or_to_nobody() {
        Caller anna = user(chat, "anna");
        UserId nobody = new UserId(UUID.randomUUID());

        assertThat(refusal(outcome(chat, anna, draft(new RoomAddress.Direct(anna.user()), "me", "a"))))
                .isEqualTo(ErrorCode.SELF_CHAT);
        assertThat(refusal(outcome(chat, anna, draft(new RoomAddress.Direct(nobody), "you", "b"))))
                .isEqualTo(ErrorCode.USER_NOT_FOUND);
    }

    @Test
    void a_group_is_unknown_to_who_is_not_in_it() {
        Caller anna = user(chat, "anna");
        Caller bert = user(chat, "bert");
        RoomDetails details = new RoomDetails("Group", Optional.empty(), Optional.empty(), OptionalInt.empty());
        Room group = Room.group(new RoomId(UUID.randomUUID()), details, anna.user(), Instant.EPOCH);
        storage.rooms().create(group, List.of());
        RoomAddress address = new RoomAddress.Group(group.id());

        assertThat(send(chat, anna, address, "mine").position()).isEqualTo(new Position(1));
        assertThat(refusal(outcome(chat, bert, draft(address, "mine too", "a"))))
                .isEqualTo(ErrorCode.ROOM_NOT_FOUND);
        assertThatThrownBy(() -> chat.messages()
                        .history()
                        .handle(bert, new ReadHistory.Query(address, new HistoryQuery.Range.Offset(0), false, 10)))
                .isInstanceOf(ChatException.NotFound.class);
    }

    @Test
    void a_public_room_cannot_be_entered_as_if_it_were_a_group() {
        Caller anna = user(chat, "anna");
        RoomId general = storage.rooms().findPublic(new Slug("general")).orElseThrow();

        assertThat(refusal(outcome(chat, anna, draft(new RoomAddress.Group(general), "hello", "a"))))
                .isEqualTo(ErrorCode.ROOM_NOT_FOUND);
    }

    @Test
    void a_reply_names_a_message_of_the_same_room_only() {
        Caller anna = user(chat, "anna");
        Message here = send(chat, anna, GENERAL, "here");
        Message there = send(chat, anna, TECH, "there");

        Outcome good = outcome(chat, anna, reply(here.id()));

        assertThat(((Outcome.Sent) good).message().replyTo().orElseThrow().position())
                .isEqualTo(here.position());
        assertThat(refusal(outcome(chat, anna, reply(there.id())))).isEqualTo(ErrorCode.MESSAGE_NOT_FOUND);
    }

    private static SendMessage.Draft reply(MessageId to) {
        return new SendMessage.Draft(
                GENERAL, new MessageContent("reply"), MessageType.TEXT, Optional.of(to), Optional.empty());
    }
}
