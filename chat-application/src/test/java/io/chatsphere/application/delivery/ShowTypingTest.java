package io.chatsphere.application.delivery;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.ArchiveRoom;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.application.room.RemoveMember;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.Slug;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may show that they type where, and who sees it. */
class ShowTypingTest {
    private static final RoomDetails DETAILS =
            new RoomDetails("Group", Optional.empty(), Optional.empty(), OptionalInt.empty());

    private final ChatSphere chat = ChatSphere.builder().build();
    private Caller anna;
    private Caller bert;

    @BeforeEach
    void open() {
        chat.open();
        anna = user(chat, "anna");
        bert = user(chat, "bert");
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void in_a_private_chat_the_other_one_sees_it_before_there_is_a_message() {
        RecordingListener annas = connect(anna);
        RecordingListener berts = connect(bert);

        type(anna, new RoomAddress.Direct(bert.user()), true);

        await().untilAsserted(() -> assertThat(typing(berts)).containsExactly(true));
        assertThat(berts.said(Notice.Body.Typing.class).getFirst().chat())
                .isEqualTo(new RoomAddress.Direct(anna.user()));
        assertThat(typing(annas)).isEmpty();
    }

    @Test
    void in_a_group_its_members_see_it_and_nobody_else() {
        RecordingListener berts = connect(bert);
        RecordingListener carls = connect(user(chat, "carl"));
        RoomAddress group = group();
        send(chat, anna, group, "hello");
        await().until(() -> berts.revisions().contains(1L));

        type(anna, group, true);
        type(anna, group, false);

        await().untilAsserted(() -> assertThat(typing(berts)).containsExactly(true, false));
        assertThat(typing(carls)).isEmpty();
    }

    @Test
    void a_message_ends_it_for_all_who_saw_it() {
        RecordingListener berts = new RecordingListener();
        LiveSession session = chat.connect(bert, berts);
        session.enter(chat.rooms().read().handle(bert, GENERAL).id());

        type(anna, GENERAL, true);
        send(chat, anna, GENERAL, "hello");

        await().untilAsserted(() -> assertThat(typing(berts)).containsExactly(true, false));
        assertThat(berts.all().indexOf(berts.deliveries().getFirst()))
                .isLessThan(berts.all().indexOf(last(berts)));
    }

    @Test
    void the_end_of_the_last_session_of_who_types_ends_it() {
        RecordingListener berts = connect(bert);
        LiveSession annas = chat.connect(anna, new RecordingListener());
        LiveSession annasOther = chat.connect(anna, new RecordingListener());
        type(anna, new RoomAddress.Direct(bert.user()), true);

        annas.close();
        type(anna, new RoomAddress.Direct(bert.user()), true);
        await().untilAsserted(() -> assertThat(typing(berts)).containsExactly(true));
        annasOther.close();

        await().untilAsserted(() -> assertThat(typing(berts)).containsExactly(true, false));
    }

    @Test
    void nobody_types_where_they_may_not_write() {
        RoomAddress group = group();
        Caller carl = user(chat, "carl");

        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> type(carl, group, true));
        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> type(carl, group, false));
        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> type(carl, new RoomAddress.Public(new Slug("nowhere")), true));
        assertRefused(ErrorCode.SELF_CHAT, () -> type(carl, new RoomAddress.Direct(carl.user()), true));
        assertRefused(
                ErrorCode.USER_NOT_FOUND,
                () -> type(carl, new RoomAddress.Direct(new UserId(UUID.randomUUID())), true));
        type(bert, group, true);
        chat.members().remove().handle(new RemoveMember.Command(anna, group, bert.user()));
        type(bert, group, false);
        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> type(bert, group, true));
        chat.rooms().archive().handle(new ArchiveRoom.Command(anna, group));
        assertRefused(ErrorCode.ROOM_ARCHIVED, () -> type(anna, group, true));
    }

    private void type(Caller caller, RoomAddress where, boolean isTyping) {
        chat.conversations().typing().handle(new ShowTyping.Command(caller, where, isTyping));
    }

    private RoomAddress group() {
        Room room = chat.rooms().createGroup().handle(new CreateGroup.Command(anna, DETAILS, List.of(bert.user())));
        return new RoomAddress.Group(room.id());
    }

    private RecordingListener connect(Caller caller) {
        RecordingListener listener = new RecordingListener();
        chat.connect(caller, listener);
        return listener;
    }

    private static List<Boolean> typing(RecordingListener listener) {
        return listener.said(Notice.Body.Typing.class).stream()
                .map(Notice.Body.Typing::isTyping)
                .toList();
    }

    private static Notice last(RecordingListener listener) {
        return listener.notices().stream()
                .filter(notice -> notice.body() instanceof Notice.Body.Typing(var user, var chat, boolean on) && !on)
                .findAny()
                .orElseThrow();
    }
}
