package io.chatsphere.adapter.postgres.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.postgres.message.AppendBatch.Counter;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.user.UserSummary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AppendBatchTest {
    private final RoomId room = Drafts.room();
    private final UserSummary sender = Drafts.sender();
    private final AppendBatch batch = new AppendBatch(Map.of(room, new Counter(room, 7, 9, 0, 0)), Map.of());

    @Test
    void drafts_get_the_next_positions_and_revisions_in_their_order() {
        List<Appended> answers = batch.place(List.of(Drafts.plain(room, sender), Drafts.plain(room, sender)));

        assertThat(answers)
                .extracting(answer ->
                        ((Appended.Stored) answer).message().position().value())
                .containsExactly(8L, 9L);
        assertThat(batch.rows())
                .extracting(row -> row.message().revision().value())
                .containsExactly(10L, 11L);
        assertThat(batch.moved()).containsExactly(new Counter(room, 9, 11, 0, Drafts.NOW.toEpochMilli()));
    }

    @Test
    void a_repeat_within_one_batch_is_stored_once() {
        MessageDraft draft = Drafts.request(room, sender, "id", "text");

        List<Appended> answers = batch.place(List.of(draft, draft, Drafts.request(room, sender, "id", "other")));

        Appended.Stored stored = (Appended.Stored) answers.getFirst();
        assertThat(answers.get(1)).isEqualTo(new Appended.Repeated(stored.message()));
        assertThat(answers.get(2)).isEqualTo(new Appended.Conflicting());
        assertThat(batch.rows()).hasSize(1);
    }

    @Test
    void the_same_client_id_of_another_sender_is_another_message() {
        batch.place(List.of(
                Drafts.request(room, sender, "id", "text"), Drafts.request(room, Drafts.sender(), "id", "text")));

        assertThat(batch.rows()).hasSize(2);
    }

    @Test
    void a_stale_draft_does_not_use_its_client_id_and_moves_nothing() {
        MessageDraft draft = Drafts.request(room, sender, "id", "text");
        MessageDraft stale = Drafts.judgedAt(draft, 1);

        List<Appended> answers = batch.place(List.of(stale, Drafts.plain(Drafts.room(), sender), draft));

        assertThat(answers.subList(0, 2)).containsOnly(new Appended.Stale());
        assertThat(answers.get(2)).isInstanceOf(Appended.Stored.class);
    }
}
