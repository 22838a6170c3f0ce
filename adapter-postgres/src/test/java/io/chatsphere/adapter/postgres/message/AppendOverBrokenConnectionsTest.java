package io.chatsphere.adapter.postgres.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.adapter.postgres.PostgresConfig;
import io.chatsphere.adapter.postgres.Tasks;
import io.chatsphere.adapter.postgres.TcpProxy;
import io.chatsphere.adapter.postgres.TcpProxy.AtCommit;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.user.User;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AppendOverBrokenConnectionsTest {
    private static final String TERMINATE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()";

    private final TestDatabase database = TestDatabase.fresh();
    private final TestNode reader = TestNode.on(database);
    private final Tasks tasks = new Tasks();
    private TcpProxy proxy;
    private TestNode node;

    @BeforeEach
    void connectThroughProxy() throws IOException {
        proxy = new TcpProxy(database.address());
        node = TestNode.on(PostgresConfig.parse(database.url().replace(database.address(), proxy.address())));
    }

    @AfterEach
    void close() throws IOException {
        tasks.close();
        node.close();
        reader.close();
        proxy.close();
        database.close();
    }

    @Test
    void a_commit_whose_answer_is_lost_is_found_and_acknowledged_once() {
        assertAcknowledgedOnce(AtCommit.CUT_BEHIND);
    }

    @Test
    void a_commit_that_never_reaches_the_server_is_made_again() {
        assertAcknowledgedOnce(AtCommit.CUT_BEFORE);
    }

    @Test
    void a_commit_that_reaches_the_server_late_is_unknown_and_stored_once() {
        RoomId room = node.chat().publicRoom();
        User sender = node.chat().member();
        MessageDraft draft = node.chat().draft(room, sender, "text");

        proxy.atNextCommit(AtCommit.HOLD);
        assertThat(node.storage().messages().append(List.of(draft))).containsExactly(new Appended.Unknown());
        assertThat(reader.log(room)).isEmpty();
        proxy.deliverHeld();

        await().atMost(Duration.ofSeconds(10)).until(() -> !reader.log(room).isEmpty());
        MessageDraft behind = node.chat().draft(room, sender, "behind");
        assertThat(node.storage().messages().append(List.of(behind)).getFirst()).isInstanceOf(Appended.Stored.class);
        assertDense(reader.log(room), 2);
    }

    @Test
    void connections_that_broke_while_nothing_was_sent_are_not_noticed_by_a_sender() {
        RoomId room = node.chat().publicRoom();
        User sender = node.chat().member();
        node.chat().send(room, sender, "before");
        MessageDraft behind = node.chat().draft(room, sender, "behind");

        proxy.cutAll();

        assertThat(node.storage().messages().append(List.of(behind)).getFirst()).isInstanceOf(Appended.Stored.class);
        assertDense(reader.log(room), 2);
    }

    @Test
    void nothing_acknowledged_is_lost_or_doubled_while_the_server_ends_connections() {
        RoomId room = node.chat().publicRoom();
        User sender = node.chat().member();
        int senders = 8;
        int messages = 40;
        AtomicInteger acknowledged = new AtomicInteger();

        Future<Integer> terminations = tasks.start(() -> terminateNowAndThen(acknowledged, senders * messages));
        Tasks.parallel(senders, i -> sendAll(room, sender, "s" + i, messages, acknowledged));

        assertThat(Tasks.result(terminations)).isGreaterThan(5);
        List<Message> log = reader.log(room);
        assertDense(log, senders * messages);
        assertThat(log).extracting(Message::clientMessageId).doesNotHaveDuplicates();
    }

    private void assertAcknowledgedOnce(AtCommit cut) {
        RoomId room = node.chat().publicRoom();
        User sender = node.chat().member();
        MessageDraft draft = node.chat().draft(room, sender, "text");

        proxy.atNextCommit(cut);
        Appended answer = node.storage().messages().append(List.of(draft)).getFirst();

        assertThat(proxy.happened()).isTrue();
        assertThat(answer).isEqualTo(new Appended.Stored(reader.log(room).getFirst()));
        assertDense(reader.log(room), 1);
    }

    /** Ends all connections each time that something more was acknowledged. */
    private int terminateNowAndThen(AtomicInteger acknowledged, int last) {
        int times = 0;
        for (int seen = 0; seen < last; seen = Math.max(seen + 20, acknowledged.get())) {
            int floor = seen;
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> acknowledged.get() > floor || acknowledged.get() == last);
            database.execute(TERMINATE);
            times++;
        }
        return times;
    }

    /** As a client does: the same client id until it is acknowledged. */
    private int sendAll(RoomId room, User sender, String prefix, int count, AtomicInteger acknowledged) {
        for (int i = 0; i < count; i++) {
            MessageDraft draft = request(room, sender, prefix + "-" + i);
            while (!tryAppend(draft)) {
                Thread.onSpinWait();
            }
            acknowledged.incrementAndGet();
        }
        return count;
    }

    private MessageDraft request(RoomId room, User sender, String clientId) {
        while (true) {
            try {
                return node.chat().request(room, sender, clientId, "text");
            } catch (ChatException.Unavailable e) {
                Thread.onSpinWait();
            }
        }
    }

    private boolean tryAppend(MessageDraft draft) {
        try {
            Appended answer = node.storage().messages().append(List.of(draft)).getFirst();
            assertThat(answer).isInstanceOfAny(Appended.Stored.class, Appended.Repeated.class, Appended.Unknown.class);
            return !(answer instanceof Appended.Unknown);
        } catch (ChatException.Unavailable e) {
            return false;
        }
    }

    private static void assertDense(List<Message> log, int size) {
        assertThat(log)
                .extracting(message -> message.position().value())
                .isEqualTo(LongStream.rangeClosed(1, size).boxed().toList());
    }
}
