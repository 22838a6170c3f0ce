package io.chatsphere.application.delivery;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.application.simulation.FlakyStore;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UnreadableRoomTest {
    private static final RoomDetails DETAILS =
            new RoomDetails("Group", Optional.empty(), Optional.empty(), OptionalInt.empty());
    private static final LiveSettings QUICK = new LiveSettings(5, Duration.ofMillis(50), Duration.ofSeconds(5));

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void a_room_that_cannot_be_read_waits_for_the_store_keeps_no_other_waiting_and_loses_nothing() {
        Storage store = new FlakyStore(new InMemoryStore()::storage, this::answer, limit -> limit).storage();
        try (ChatSphere chat = ChatSphere.builder().storage(store).live(QUICK).build()) {
            chat.open();
            Caller anna = user(chat, "anna");
            Caller bert = user(chat, "bert");
            RecordingListener berts = new RecordingListener();
            chat.connect(bert, berts);

            away.set(true);
            Room group =
                    chat.rooms().createGroup().handle(new CreateGroup.Command(anna, DETAILS, List.of(bert.user())));
            send(chat, anna, new RoomAddress.Group(group.id()), "not yet");
            await().until(() -> refused.get() > 3);
            send(chat, anna, GENERAL, "at once");
            await().untilAsserted(() -> assertThat(rooms(berts)).hasSize(1).doesNotContain(group));
            assertThat(berts.said(Notice.Body.RoomAdded.class)).isEmpty();
            away.set(false);

            await().untilAsserted(
                            () -> assertThat(rooms(berts)).hasSize(2).last().isEqualTo(group));
            assertThat(berts.said(Notice.Body.RoomAdded.class)).hasSize(1);
            assertThat(berts.end()).isEmpty();
        }
    }

    /** What is written and who may do what stays within reach. */
    private void answer(Class<?> port) {
        if (away.get() && (port == ChangeLog.class || port == ConversationRepository.class)) {
            refused.incrementAndGet();
            throw new ChatException.Unavailable();
        }
    }

    private static List<Room> rooms(RecordingListener listener) {
        return listener.deliveries().stream().map(Delivery::room).toList();
    }
}
