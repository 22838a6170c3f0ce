package io.chatsphere.adapter.postgres.message;

import static io.chatsphere.adapter.postgres.message.Drafts.judgedAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.postgres.PostgresConfig;
import io.chatsphere.adapter.postgres.TcpProxy;
import io.chatsphere.adapter.postgres.TcpProxy.AtCommit;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.user.User;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts of one batch of which some can be stored at once and some must be looked at. */
final class AppendMixedTest {
    private static final long OTHER_ACCESS = 7;

    private final TestDatabase database = TestDatabase.fresh();
    private TcpProxy proxy;
    private TestNode node;
    private User sender;
    private RoomId fresh;
    private RoomId changed;

    @BeforeEach
    void open() throws IOException {
        proxy = new TcpProxy(database.address());
        node = TestNode.on(PostgresConfig.parse(database.url().replace(database.address(), proxy.address()))
                .withWriters(1));
        sender = node.chat().member();
        fresh = node.chat().publicRoom();
        changed = node.chat().publicRoom();
    }

    @AfterEach
    void close() throws IOException {
        node.close();
        proxy.close();
        database.close();
    }

    @Test
    void what_is_stale_is_answered_so_beside_what_is_stored() {
        List<Appended> answers = append(stale("no"), draft(fresh, "yes"), stale("no"));

        assertThat(answers)
                .containsExactly(new Appended.Stale(), new Appended.Stored(only(fresh)), new Appended.Stale());
        assertThat(node.log(changed)).isEmpty();
    }

    @Test
    void a_repeat_is_found_though_the_rooms_access_has_changed_since() {
        Message before = stored(
                append(node.chat().request(changed, sender, "id", "text")).getFirst());
        MessageDraft again = judgedAt(node.chat().request(changed, sender, "id", "text"), OTHER_ACCESS);

        List<Appended> answers = append(again, draft(fresh, "beside"));

        assertThat(answers).containsExactly(new Appended.Repeated(before), new Appended.Stored(only(fresh)));
    }

    @Test
    void a_client_id_that_was_used_before_keeps_nothing_else_from_being_stored_once() {
        Message before =
                stored(append(node.chat().request(fresh, sender, "id", "text")).getFirst());

        List<Appended> answers = append(
                draft(changed, "one"),
                node.chat().request(fresh, sender, "id", "text"),
                node.chat().request(fresh, sender, "id", "another text"),
                draft(changed, "two"));

        assertThat(answers.get(1)).isEqualTo(new Appended.Repeated(before));
        assertThat(answers.get(2)).isEqualTo(new Appended.Conflicting());
        assertThat(node.log(changed))
                .containsExactly(stored(answers.get(0)), stored(answers.get(3)))
                .extracting(message -> message.position().value())
                .containsExactly(1L, 2L);
        assertThat(node.log(fresh)).containsExactly(before);
    }

    @Test
    void drafts_of_a_room_that_were_judged_before_and_after_a_change_of_access_have_their_own_answers() {
        List<Appended> answers =
                append(draft(fresh, "one"), judgedAt(draft(fresh, "two"), OTHER_ACCESS), draft(fresh, "three"));

        assertThat(answers.get(1)).isEqualTo(new Appended.Stale());
        assertThat(node.log(fresh)).containsExactly(stored(answers.get(0)), stored(answers.get(2)));
    }

    @Test
    void when_the_answer_of_a_commit_is_lost_what_is_stored_is_told_from_what_is_stale() {
        proxy.atNextCommit(AtCommit.CUT_BEHIND);

        List<Appended> answers = append(stale("no"), draft(fresh, "one"), draft(fresh, "two"));

        assertThat(proxy.happened()).isTrue();
        assertThat(answers.getFirst()).isEqualTo(new Appended.Stale());
        assertThat(node.log(fresh)).containsExactly(stored(answers.get(1)), stored(answers.get(2)));
        assertThat(node.log(changed)).isEmpty();
    }

    private List<Appended> append(MessageDraft... drafts) {
        return node.storage().messages().append(List.of(drafts));
    }

    private MessageDraft draft(RoomId room, String text) {
        return node.chat().draft(room, sender, text);
    }

    private MessageDraft stale(String text) {
        return judgedAt(draft(changed, text), OTHER_ACCESS);
    }

    private Message only(RoomId room) {
        assertThat(node.log(room)).hasSize(1);
        return node.log(room).getFirst();
    }

    private static Message stored(Appended answer) {
        return ((Appended.Stored) answer).message();
    }
}
