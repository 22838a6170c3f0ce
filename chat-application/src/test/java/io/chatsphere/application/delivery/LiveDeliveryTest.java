package io.chatsphere.application.delivery;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.TECH;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.MovableClock;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.memory.InMemoryChangeBus;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.room.JoinRoom;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveDeliveryTest {
    private static final LiveSettings QUICK = new LiveSettings(2, Duration.ofMillis(50), Duration.ofSeconds(5));

    private final Storage storage = new InMemoryStore().storage();
    private final MovableClock clock = new MovableClock();
    private final ChatSphere chat =
            ChatSphere.builder().storage(storage).clock(clock).live(QUICK).build();

    @BeforeEach
    void open() {
        chat.open();
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_message_reaches_every_session_of_every_member_the_sender_included() {
        Caller anna = user(chat, "anna");
        RecordingListener annas = connect(anna);
        RecordingListener berts = connect(user(chat, "bert"));
        RecordingListener annasSecond = connect(anna);

        send(chat, anna, GENERAL, "hello");

        for (RecordingListener each : List.of(annas, berts, annasSecond)) {
            await().untilAsserted(() -> assertThat(texts(each)).containsExactly("hello"));
        }
    }

    @Test
    void a_message_reaches_nobody_who_is_not_in_the_room() {
        Caller anna = user(chat, "anna");
        RecordingListener berts = connect(user(chat, "bert"));

        send(chat, anna, TECH, "for members");
        send(chat, anna, GENERAL, "for all");

        await().untilAsserted(() -> assertThat(texts(berts)).isNotEmpty());
        assertThat(texts(berts)).containsExactly("for all");
    }

    @Test
    void who_joins_gets_every_message_from_then_on() {
        Caller anna = user(chat, "anna");
        Caller bert = user(chat, "bert");
        RecordingListener berts = new RecordingListener();
        LiveSession session = chat.connect(bert, berts);
        send(chat, anna, TECH, "before");

        Membership membership = chat.rooms().join().handle(new JoinRoom.Command(bert, new Slug("tech")));
        session.awaitFollowing(membership);
        send(chat, anna, TECH, "after");

        await().untilAsserted(() -> assertThat(texts(berts)).isNotEmpty());
        assertThat(texts(berts)).containsExactly("after");
    }

    @Test
    void each_side_of_a_private_chat_sees_it_under_the_others_id() {
        Caller anna = user(chat, "anna");
        Caller bert = user(chat, "bert");
        RecordingListener annas = connect(anna);
        RecordingListener berts = connect(bert);

        send(chat, anna, new RoomAddress.Direct(bert.user()), "psst");

        await().untilAsserted(() -> assertThat(texts(berts)).containsExactly("psst"));
        await().untilAsserted(() -> assertThat(texts(annas)).containsExactly("psst"));
        assertThat(address(berts)).isEqualTo(new RoomAddress.Direct(anna.user()));
        assertThat(address(annas)).isEqualTo(new RoomAddress.Direct(bert.user()));
    }

    @Test
    void a_session_that_is_one_too_many_replaces_the_oldest() {
        Caller anna = user(chat, "anna");
        RecordingListener first = connect(anna);
        RecordingListener second = connect(anna);

        RecordingListener third = connect(anna);
        send(chat, anna, GENERAL, "hello");

        await().untilAsserted(() -> assertThat(first.end()).contains(EndReason.REPLACED));
        await().untilAsserted(() -> assertThat(texts(third)).containsExactly("hello"));
        assertThat(second.end()).isEmpty();
        assertThat(chat.sessions()).isEqualTo(2);
    }

    @Test
    void a_session_ends_with_its_token() {
        Caller anna = user(chat, "anna");
        RecordingListener listener = connect(until(anna, 60));

        clock.advance(Duration.ofSeconds(61));

        await().untilAsserted(() -> assertThat(listener.end()).contains(EndReason.TOKEN_ENDED));
        assertThat(chat.sessions()).isZero();
    }

    @Test
    void a_session_is_told_once_that_its_token_ends_soon_and_goes_on_with_a_fresh_one() {
        Caller anna = user(chat, "anna");
        RecordingListener listener = new RecordingListener();
        LiveSession session = chat.connect(until(anna, 600), listener);

        clock.advance(Duration.ofSeconds(541));
        await().untilAsserted(() -> assertThat(listener.said(Notice.Body.TokenExpiring.class))
                .containsExactly(new Notice.Body.TokenExpiring(Duration.ofSeconds(59))));
        session.extend(until(anna, 600));
        clock.advance(Duration.ofSeconds(545));
        await().untilAsserted(() ->
                assertThat(listener.said(Notice.Body.TokenExpiring.class)).hasSize(2));

        assertThat(listener.end()).isEmpty();
        assertThat(session.caller()).isNotEqualTo(anna);
    }

    @Test
    void closing_the_chat_ends_all_sessions_and_takes_no_more() {
        Caller anna = user(chat, "anna");
        RecordingListener listener = connect(anna);

        chat.close();

        assertThat(listener.end()).contains(EndReason.STOPPING);
        assertThatThrownBy(() -> connect(anna)).isInstanceOf(ChatException.Unavailable.class);
    }

    @Test
    void nobody_connects_who_does_not_exist() {
        Caller nobody = Caller.of(new UserId(UUID.randomUUID()));

        assertThatThrownBy(() -> connect(nobody)).isInstanceOf(ChatException.NotFound.class);
        assertThat(chat.sessions()).isZero();
    }

    @Test
    void a_node_that_hears_nothing_of_another_delivers_by_its_sweep() {
        ChatSphere other = ChatSphere.builder()
                .storage(storage)
                .bus(new InMemoryChangeBus())
                .live(QUICK)
                .build();
        other.open();
        Caller anna = user(chat, "anna");
        Caller bert = user(chat, "bert");
        RecordingListener berts = connect(bert);

        send(other, anna, GENERAL, "from elsewhere");
        send(other, anna, new RoomAddress.Direct(bert.user()), "in a room that is new");
        send(other, anna, new RoomAddress.Direct(bert.user()), "and again");

        await().untilAsserted(() -> assertThat(texts(berts))
                .containsExactlyInAnyOrder("from elsewhere", "in a room that is new", "and again"));
        other.close();
    }

    private Caller until(Caller caller, long seconds) {
        return new Caller(
                caller.user(), Optional.empty(), Optional.of(clock.instant().plusSeconds(seconds)));
    }

    private RecordingListener connect(Caller caller) {
        RecordingListener listener = new RecordingListener();
        chat.connect(caller, listener);
        return listener;
    }

    private static RoomAddress address(RecordingListener listener) {
        Delivery delivery = listener.deliveries().getFirst();
        return delivery.room().addressFor(delivery.viewer());
    }

    private static List<String> texts(RecordingListener listener) {
        return listener.deliveries().stream()
                .map(Delivery::change)
                .map(change -> text(((RoomChange.OfMessage) change).message()))
                .toList();
    }

    private static String text(Message message) {
        return message.content().map(MessageContent::text).orElse("(deleted)");
    }
}
