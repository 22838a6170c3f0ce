package io.chatsphere.adapter.postgres.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.postgres.Tasks;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AppendOverTwoNodesTest {
    private static final int SENDERS = 20;
    private static final int MESSAGES = 60;

    private final TestDatabase database = TestDatabase.fresh();
    private final List<TestNode> nodes = List.of(TestNode.on(database), TestNode.on(database));

    @AfterEach
    void close() {
        nodes.forEach(TestNode::close);
        database.close();
    }

    @Test
    void many_senders_into_few_rooms_make_one_order_without_holes_and_no_message_twice() {
        List<RoomId> rooms = List.of(room(), room(), room());
        List<User> senders = IntStream.range(0, SENDERS)
                .mapToObj(i -> nodes.getFirst().chat().member())
                .toList();

        Tasks.parallel(SENDERS, i -> sendAll(rooms.get(i % rooms.size()), senders.get(i)));

        for (RoomId room : rooms) {
            List<Message> log = nodes.getLast().log(room);
            assertThat(log).hasSize(rooms.indexOf(room) < SENDERS % rooms.size() ? 7 * MESSAGES : 6 * MESSAGES);
            assertDense(log);
            senders.forEach(sender -> assertInOrder(log, sender));
        }
    }

    @Test
    void the_same_request_on_both_nodes_at_once_is_stored_once() {
        RoomId room = room();
        User sender = nodes.getFirst().chat().member();

        for (int round = 0; round < 20; round++) {
            String clientId = "request-" + round;
            List<Appended> answers = Tasks.parallel(
                    8, i -> append(nodes.get(i % 2), nodes.get(i % 2).chat().request(room, sender, clientId, "text")));

            assertThat(answers).filteredOn(Appended.Stored.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Appended.Repeated.class::isInstance).hasSize(7);
        }
        assertDense(nodes.getFirst().log(room));
    }

    @Test
    void calls_over_the_same_rooms_in_any_order_never_block_each_other() {
        RoomId one = room();
        RoomId other = room();
        User sender = nodes.getFirst().chat().member();

        Tasks.parallel(16, i -> {
            TestNode node = nodes.get(i % 2);
            List<RoomId> rooms = i % 4 < 2 ? List.of(one, other) : List.of(other, one);
            for (int round = 0; round < 20; round++) {
                List<MessageDraft> drafts = rooms.stream()
                        .map(room -> node.chat().draft(room, sender, "text"))
                        .toList();
                assertThat(node.storage().messages().append(drafts)).allMatch(Appended.Stored.class::isInstance);
            }
            return i;
        });

        assertDense(nodes.getFirst().log(one));
        assertThat(nodes.getFirst().log(other)).hasSize(16 * 20);
    }

    /** Each message goes first to one node and then, as a retry, to the other. */
    private List<Appended> sendAll(RoomId room, User sender) {
        List<Appended> answers = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            MessageDraft draft = nodes.getFirst().chat().request(room, sender, "m-" + i, "message " + i);
            answers.add(append(nodes.get(i % 2), draft));
            assertThat(append(nodes.get((i + 1) % 2), draft)).isInstanceOf(Appended.Repeated.class);
        }
        assertThat(answers).allMatch(Appended.Stored.class::isInstance);
        return answers;
    }

    private RoomId room() {
        return nodes.getFirst().chat().publicRoom();
    }

    private static Appended append(TestNode node, MessageDraft draft) {
        return node.storage().messages().append(List.of(draft)).getFirst();
    }

    private static void assertDense(List<Message> log) {
        List<Long> dense = LongStream.rangeClosed(1, log.size()).boxed().toList();
        assertThat(log).extracting(message -> message.position().value()).isEqualTo(dense);
        assertThat(log).extracting(message -> message.revision().value()).isEqualTo(dense);
        Set<Object> ids = new HashSet<>(log.stream().map(Message::id).toList());
        assertThat(ids).hasSameSizeAs(log);
    }

    private static void assertInOrder(List<Message> log, User sender) {
        List<String> sent = log.stream()
                .filter(message -> message.author().id().equals(sender.id()))
                .map(message ->
                        message.clientMessageId().map(ClientMessageId::value).orElseThrow())
                .toList();
        assertThat(sent)
                .isEqualTo(
                        IntStream.range(0, sent.size()).mapToObj(i -> "m-" + i).toList());
    }
}
