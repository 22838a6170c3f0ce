package io.chatsphere.adapter.postgres.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.postgres.Tasks;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.user.UserSummary;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class AppendQueueTest {
    private final AppendQueue queue = new AppendQueue(10);
    private final RoomId room = Drafts.room();
    private final UserSummary sender = Drafts.sender();

    @Test
    void what_waits_is_taken_together_up_to_the_size_of_a_batch() {
        List<AppendSlice> slices = List.of(slice(4), slice(6), slice(1), slice(30), slice(2));
        slices.forEach(slice -> assertThat(queue.offer(slice)).isTrue());

        assertThat(queue.take()).isEqualTo(slices.subList(0, 2));
        assertThat(queue.take()).isEqualTo(slices.subList(2, 3));
        assertThat(queue.take()).isEqualTo(slices.subList(3, 4));
        assertThat(queue.take()).isEqualTo(slices.subList(4, 5));
    }

    @Test
    void a_lone_slice_does_not_wait_for_company() {
        AppendSlice lone = slice(1);
        try (Tasks tasks = new Tasks()) {
            Future<List<AppendSlice>> taken = tasks.start(queue::take);
            queue.offer(lone);

            assertThat(Tasks.result(taken)).containsExactly(lone);
        }
    }

    @Test
    void a_closed_queue_hands_out_the_rest_and_then_nothing() {
        AppendSlice rest = slice(1);
        queue.offer(rest);
        queue.close();

        assertThat(queue.offer(slice(1))).isFalse();
        assertThat(queue.take()).containsExactly(rest);
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void the_budget_refuses_too_many_drafts_and_too_much_text_and_is_given_back() {
        AppendBudget budget = new AppendBudget();
        List<MessageDraft> many = Collections.nCopies(AppendBudget.MAX_DRAFTS - 1, Drafts.plain(room, sender));
        List<MessageDraft> one = List.of(Drafts.plain(room, sender));
        List<MessageDraft> big = Collections.nCopies(300, Drafts.ofLength(room, 65_536));

        assertThat(budget.take(many)).isTrue();
        assertThat(budget.take(one)).isTrue();
        assertThat(budget.take(one)).isFalse();
        budget.release(many);
        assertThat(budget.take(big)).isFalse();
        budget.release(one);
        assertThat(budget.take(big))
                .as("a call that is too great for the bound goes alone")
                .isTrue();
        assertThat(budget.take(one)).isFalse();
    }

    private AppendSlice slice(int drafts) {
        return new AppendSlice(Collections.nCopies(drafts, Drafts.plain(room, sender)));
    }
}
