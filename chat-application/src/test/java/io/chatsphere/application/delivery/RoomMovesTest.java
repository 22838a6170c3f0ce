package io.chatsphere.application.delivery;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.TECH;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.conversation.MarkRead;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.AddMember;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.application.room.JoinRoom;
import io.chatsphere.application.room.LeaveRoom;
import io.chatsphere.application.room.RemoveMember;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.Slug;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user's sessions are told as rooms come and go. */
class RoomMovesTest {
    private static final RoomDetails DETAILS =
            new RoomDetails("Group", Optional.empty(), Optional.empty(), OptionalInt.empty());

    private final ChatSphere chat = ChatSphere.builder().build();
    private Caller anna;
    private Caller bert;
    private RecordingListener annas;
    private RecordingListener berts;

    @BeforeEach
    void open() {
        chat.open();
        anna = user(chat, "anna");
        bert = user(chat, "bert");
        annas = connect(anna);
        berts = connect(bert);
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void both_sides_are_told_of_a_new_private_chat_before_its_first_message() {
        send(chat, anna, new RoomAddress.Direct(bert.user()), "first");
        send(chat, anna, new RoomAddress.Direct(bert.user()), "second");

        for (RecordingListener each : List.of(annas, berts)) {
            await().untilAsserted(() -> assertThat(each.revisions()).containsExactly(1L, 2L));
            assertThat(each.all().indexOf(each.deliveries().getFirst())).isGreaterThan(whereAdded(each));
            assertThat(added(each).revision()).isEqualTo(Revision.ZERO);
        }
        assertThat(added(annas).other().orElseThrow().id()).isEqualTo(bert.user());
        assertThat(added(berts).other().orElseThrow().id()).isEqualTo(anna.user());
    }

    @Test
    void nobody_is_told_of_rooms_that_they_find_when_they_connect() {
        send(chat, anna, new RoomAddress.Direct(bert.user()), "first");
        RecordingListener late = connect(bert);

        send(chat, anna, new RoomAddress.Direct(bert.user()), "second");

        await().untilAsserted(() -> assertThat(late.revisions()).containsExactly(2L));
        assertThat(late.said(Notice.Body.RoomAdded.class)).isEmpty();
    }

    @Test
    void who_leaves_a_public_room_is_told_and_nobody_else_is() {
        chat.rooms().join().handle(new JoinRoom.Command(anna, new Slug("tech")));
        chat.rooms().join().handle(new JoinRoom.Command(bert, new Slug("tech")));

        await().until(() -> !berts.said(Notice.Body.RoomAdded.class).isEmpty());

        chat.rooms().leave().handle(new LeaveRoom.Command(bert, TECH));

        await().untilAsserted(() -> assertThat(berts.said(Notice.Body.RoomRemoved.class))
                .containsExactly(new Notice.Body.RoomRemoved(TECH)));
        send(chat, anna, TECH, "without bert");
        await().untilAsserted(() -> assertThat(annas.revisions()).hasSize(1));
        assertThat(annas.said(Notice.Body.RoomRemoved.class)).isEmpty();
        assertThat(berts.revisions()).isEmpty();
    }

    @Test
    void who_is_removed_from_a_group_and_let_in_again_misses_what_was_said_meanwhile() {
        RoomAddress group = group(bert);
        send(chat, anna, group, "with bert");
        await().until(() -> berts.revisions().contains(1L));
        chat.members().remove().handle(new RemoveMember.Command(anna, group, bert.user()));
        send(chat, anna, group, "without bert");
        chat.members().add().handle(new AddMember.Command(anna, group, bert.user(), RoomRole.MEMBER));
        send(chat, anna, group, "with bert again");

        await().untilAsserted(() -> assertThat(berts.revisions()).containsExactly(1L, 5L));
        assertThat(berts.said(Notice.Body.RoomAdded.class)).hasSize(2);
        assertThat(berts.said(Notice.Body.RoomRemoved.class)).hasSize(1);
        assertThat(berts.said(Notice.Body.RoomAdded.class)
                        .getLast()
                        .conversation()
                        .revision())
                .isEqualTo(new Revision(4));
        await().untilAsserted(() -> assertThat(annas.revisions()).containsExactly(1L, 2L, 3L, 4L, 5L));
    }

    @Test
    void what_was_read_on_one_device_is_told_to_all_devices_of_the_reader_and_to_the_others_as_a_receipt() {
        RoomAddress group = group(bert);
        send(chat, anna, group, "hello");
        RecordingListener bertsOther = connect(bert);
        await().until(() -> annas.revisions().contains(1L) && berts.revisions().contains(1L));

        chat.conversations().markRead().handle(new MarkRead.Command(bert, group, Optional.empty()));

        Notice.Body.Read read =
                new Notice.Body.Read(group, List.of(new Notice.Body.Mark(bert.user(), new Position(1))));
        for (RecordingListener each : List.of(annas, berts, bertsOther)) {
            await().untilAsserted(
                            () -> assertThat(each.said(Notice.Body.Read.class)).containsExactly(read));
        }
    }

    @Test
    void the_last_position_is_that_of_the_last_message_that_came() {
        LiveSession session = chat.connect(anna, new RecordingListener());
        assertThat(session.lastPosition(general())).isEmpty();

        send(chat, bert, GENERAL, "one");
        send(chat, bert, GENERAL, "two");

        await().untilAsserted(() -> assertThat(session.lastPosition(general())).contains(new Position(2)));
    }

    private RoomId general() {
        return chat.rooms().read().handle(anna, GENERAL).id();
    }

    private RoomAddress group(Caller member) {
        Room room = chat.rooms().createGroup().handle(new CreateGroup.Command(anna, DETAILS, List.of(member.user())));
        return new RoomAddress.Group(room.id());
    }

    private static int whereAdded(RecordingListener listener) {
        List<Object> kinds = listener.all().stream()
                .map(one -> one instanceof Notice notice ? notice.body().getClass() : one.getClass())
                .<Object>map(kind -> kind)
                .toList();
        return kinds.indexOf(Notice.Body.RoomAdded.class);
    }

    private RecordingListener connect(Caller caller) {
        RecordingListener listener = new RecordingListener();
        chat.connect(caller, listener);
        return listener;
    }

    private static Conversation added(RecordingListener listener) {
        return listener.said(Notice.Body.RoomAdded.class).getFirst().conversation();
    }
}
