package io.chatsphere.application.presence;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.TECH;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.application.room.LeaveRoom;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.user.UserSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Presence in a chat that runs, asked through its use cases. */
class PresenceCasesTest {
    private final Storage storage = new InMemoryStore().storage();
    private final ChatSphere chat = ChatSphere.builder().storage(storage).build();

    @BeforeEach
    void open() {
        chat.open();
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void whoever_was_shown_the_list_finds_themselves_online() {
        Caller anna = user(chat, "anna");
        List<Notice> shown = connect(anna).shown();

        await().until(() -> !shown.isEmpty());

        assertThat(((Notice.Body.OnlineUsers) shown.getFirst().body()).users())
                .extracting(UserSummary::id)
                .containsExactly(anna.user());
        OnlineUsers online = online(anna, Optional.empty(), 10);
        assertThat(online.count()).isEqualTo(1);
        assertThat(online.users().getFirst().username()).hasToString("anna");
    }

    @Test
    void whoever_is_not_connected_sees_others_and_not_themselves() {
        connect(user(chat, "anna"));
        Caller bert = user(chat, "bert");

        await().until(() -> online(bert, Optional.empty(), 10).count() == 1);

        assertThat(online(bert, Optional.empty(), 10).users())
                .extracting(user -> user.username().value())
                .containsExactly("anna");
    }

    @Test
    void online_users_come_in_pages_by_id() {
        List<Caller> callers = Stream.of("anna", "bert", "cleo")
                .map(name -> user(chat, name))
                .sorted(Comparator.comparing(caller -> caller.user().toString()))
                .toList();
        callers.forEach(this::connect);
        Caller any = callers.getFirst();
        await().until(() -> online(any, Optional.empty(), 10).count() == 3);

        OnlineUsers first = online(any, Optional.empty(), 2);
        OnlineUsers second = online(any, Optional.of(first.users().getLast().id()), 2);

        assertThat(first.count()).isEqualTo(3);
        assertThat(Stream.concat(first.users().stream(), second.users().stream()))
                .extracting(UserSummary::id)
                .containsExactlyElementsOf(callers.stream().map(Caller::user).toList());
    }

    @Test
    void whoever_connects_is_live_in_general_and_wherever_they_go() {
        Caller anna = user(chat, "anna");
        LiveSession session = connect(anna).session();
        RoomId tech = chat.rooms().read().handle(anna, TECH).id();
        RoomId general = chat.rooms().read().handle(anna, GENERAL).id();

        session.enter(tech);

        await().untilAsserted(() -> assertThat(chat.presence().countLive().handle(List.of(general, tech)))
                .isEqualTo(Map.of(general, 1, tech, 1)));
        assertThat(chat.presence().liveInRoom().handle(anna, TECH))
                .isEqualTo(new LiveInRoom(1, List.of(anna.user()), false));
    }

    @Test
    void whoever_is_no_longer_a_member_is_not_live_there() {
        Caller anna = user(chat, "anna");
        Connection connection = connect(anna);
        await().until(() -> chat.presence().liveInRoom().handle(anna, GENERAL).count() == 1);

        chat.rooms().leave().handle(new LeaveRoom.Command(anna, GENERAL));
        await().until(() -> chat.presence().liveInRoom().handle(anna, GENERAL).count() == 0);

        assertThat(connection.session().liveIn()).isEmpty();
        assertThat(connect(anna).session().liveIn()).isEmpty();
    }

    @Test
    void who_is_live_in_a_group_is_for_its_members_to_know() {
        Caller anna = user(chat, "anna");
        Caller bert = user(chat, "bert");
        RoomDetails details = new RoomDetails("Group", Optional.empty(), Optional.empty(), OptionalInt.empty());
        RoomAddress group = new RoomAddress.Group(chat.rooms()
                .createGroup()
                .handle(new CreateGroup.Command(anna, details, List.of()))
                .id());

        assertThat(chat.presence().liveInRoom().handle(anna, group).count()).isZero();
        assertThatThrownBy(() -> chat.presence().liveInRoom().handle(bert, group))
                .isInstanceOf(ChatException.NotFound.class);
    }

    @Test
    void a_chat_that_closes_notes_when_its_users_were_last_seen() {
        Caller anna = user(chat, "anna");
        connect(anna);
        await().until(() -> online(anna, Optional.empty(), 10).count() == 1);

        chat.close();

        assertThat(storage.users().find(anna.user()).orElseThrow().lastSeen()).isPresent();
    }

    /** A session and what it was shown. */
    private record Connection(LiveSession session, List<Notice> shown) {}

    private record Shown(List<Notice> notices) implements LiveListener {
        @Override
        public void opened(LiveSession session) {
            // What matters here comes behind it.
        }

        @Override
        public boolean offer(Delivery delivery) {
            return true;
        }

        @Override
        public void notice(Notice notice) {
            notices.add(notice);
        }

        @Override
        public void flush() {
            // Nothing is kept back here.
        }

        @Override
        public void ended(EndReason reason) {
            // The chat is closed behind each test.
        }
    }

    private Connection connect(Caller caller) {
        List<Notice> shown = new CopyOnWriteArrayList<>();
        return new Connection(chat.connect(caller, new Shown(shown)), shown);
    }

    private OnlineUsers online(Caller caller, Optional<UserId> after, int limit) {
        return chat.presence().online().handle(caller, after, limit);
    }
}
