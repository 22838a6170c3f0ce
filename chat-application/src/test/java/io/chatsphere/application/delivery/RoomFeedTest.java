package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.message;
import static io.chatsphere.application.delivery.FeedFixture.messages;
import static io.chatsphere.application.delivery.FeedFixture.page;
import static io.chatsphere.application.delivery.FeedFixture.publicRoom;
import static io.chatsphere.application.delivery.FeedFixture.removal;
import static io.chatsphere.application.delivery.FeedFixture.session;
import static io.chatsphere.application.delivery.FeedFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.room.Revision;
import io.chatsphere.domain.user.UserSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RoomFeedTest {
    private static final UserSummary ANNA = user("anna");

    private final List<Read> reads = new ArrayList<>();
    private final RoomFeed feed = new RoomFeed((after, then) -> reads.add(new Read(after.value(), then)));
    private final RecordingListener listener = new RecordingListener();
    private final LiveSession session = session(ANNA, listener);

    private record Read(long after, Consumer<Optional<RoomChanges>> then) {}

    @Test
    void a_change_that_follows_is_delivered_with_the_revision_before_it() {
        open(4);

        local(5);

        assertThat(listener.revisions()).containsExactly(5L);
        assertThat(listener.deliveries().getFirst().prev()).isEqualTo(new Revision(4));
        assertThat(listener.deliveries().getFirst().isNewMessage()).isTrue();
    }

    @Test
    void a_repeat_is_dropped() {
        open(4);

        local(5);
        local(5);
        local(3);

        assertThat(listener.revisions()).containsExactly(5L);
    }

    @Test
    void an_early_local_change_waits_for_the_one_before_it_without_a_read() {
        open(0);

        local(2);
        assertThat(listener.revisions()).isEmpty();
        local(1);

        assertThat(listener.revisions()).containsExactly(1L, 2L);
        assertThat(reads).isEmpty();
    }

    @Test
    void a_hole_before_a_remote_change_is_read_at_once_and_only_once() {
        open(0);

        feed.changed(messages(3, 3), Origin.REMOTE);
        feed.changed(messages(5, 5), Origin.REMOTE);
        assertThat(reads).singleElement().extracting(Read::after).isEqualTo(0L);
        answer(page(0, 4, true));

        assertThat(listener.revisions()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void what_came_before_the_feed_opened_is_neither_lost_nor_repeated() {
        feed.attach(session);
        feed.changed(messages(3, 6), Origin.LOCAL);

        feed.opened(publicRoom(), new Revision(4));
        feed.endOfTurn();

        assertThat(listener.revisions()).containsExactly(5L, 6L);
    }

    @Test
    void too_many_early_changes_are_dropped_and_read_again() {
        open(0);

        feed.changed(messages(2, 2 + RoomFeed.MAX_HELD), Origin.LOCAL);
        feed.endOfTurn();
        assertThat(listener.revisions()).isEmpty();
        answer(page(0, 200, false));
        answer(page(200, 2 + RoomFeed.MAX_HELD, true));

        assertThat(listener.revisions()).hasSize(2 + RoomFeed.MAX_HELD).isSorted();
    }

    @Test
    void the_sweep_finds_a_change_that_the_bus_lost() {
        open(7);

        feed.swept(new Revision(9), new Revision(7));
        answer(page(7, 9, true));

        assertThat(listener.revisions()).containsExactly(8L, 9L);
    }

    @Test
    void a_read_that_failed_is_made_again_by_the_next_sweep() {
        open(7);

        feed.swept(new Revision(9), new Revision(7));
        reads.removeFirst().then().accept(Optional.empty());
        feed.swept(new Revision(9), new Revision(7));
        answer(page(7, 9, true));

        assertThat(listener.revisions()).containsExactly(8L, 9L);
    }

    @Test
    void a_counter_behind_what_was_delivered_resets_the_sessions() {
        open(7);

        feed.swept(new Revision(6), new Revision(7));

        assertThat(listener.end()).contains(EndReason.RESET);
    }

    @Test
    void a_counter_that_was_read_before_the_last_delivery_is_no_reset() {
        open(7);
        local(8);

        feed.swept(new Revision(7), new Revision(7));

        assertThat(listener.end()).isEmpty();
    }

    @Test
    void a_turn_with_many_changes_flushes_each_session_once() {
        open(0);

        feed.changed(messages(1, 8), Origin.LOCAL);
        feed.endOfTurn();

        assertThat(listener.revisions()).hasSize(8);
        assertThat(listener.flushes()).isEqualTo(1);
    }

    @Test
    void all_sessions_share_one_delivery_so_that_it_is_encoded_once() {
        open(0);
        RecordingListener other = new RecordingListener();
        feed.attach(session(user("bert"), other));
        List<Delivery> encoded = new ArrayList<>();

        local(1);
        java.util.function.Function<Delivery, String> encoder = delivery -> {
            encoded.add(delivery);
            return "bytes";
        };
        listener.deliveries().getFirst().encoded(encoder);
        other.deliveries().getFirst().encoded(encoder);

        assertThat(encoded).hasSize(1);
    }

    @Test
    void a_listener_without_room_ends_its_session_and_no_other() {
        open(0);
        RecordingListener full = new RecordingListener(1);
        feed.attach(session(user("bert"), full));

        local(1);
        local(2);
        local(3);

        assertThat(full.end()).contains(EndReason.TOO_SLOW);
        assertThat(full.revisions()).containsExactly(1L);
        assertThat(listener.revisions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void who_is_removed_gets_neither_the_removal_nor_anything_behind_it() {
        open(0);
        RecordingListener other = new RecordingListener();
        feed.attach(session(user("bert"), other));

        feed.changed(List.of(message(1), removal(ANNA, 2), message(3)), Origin.LOCAL);
        feed.endOfTurn();

        assertThat(listener.revisions()).containsExactly(1L);
        assertThat(other.revisions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_session_that_joined_earlier_reads_what_it_missed_before_it_takes_its_seat() {
        open(9);
        RecordingListener late = new RecordingListener();

        feed.attach(session(user("bert"), late), new Revision(6));
        local(10);
        answer(page(6, 8, false));
        answer(page(8, 10, true));
        local(11);

        assertThat(late.revisions()).containsExactly(7L, 8L, 9L, 10L, 11L);
        assertThat(listener.revisions()).containsExactly(10L, 11L);
    }

    @Test
    void a_session_that_joined_ahead_of_the_feed_gets_nothing_up_to_its_joining() {
        open(3);
        RecordingListener early = new RecordingListener();

        feed.attach(session(user("bert"), early), new Revision(5));
        feed.changed(messages(4, 7), Origin.LOCAL);
        feed.endOfTurn();

        assertThat(early.revisions()).containsExactly(6L, 7L);
        assertThat(listener.revisions()).containsExactly(4L, 5L, 6L, 7L);
    }

    @Test
    void who_was_removed_and_let_in_again_gets_only_what_came_behind_the_second_joining() {
        open(3);
        RecordingListener again = new RecordingListener();

        feed.attach(session(ANNA, again), new Revision(6));
        feed.changed(List.of(message(4), removal(ANNA, 5), message(6), message(7)), Origin.LOCAL);
        feed.endOfTurn();

        assertThat(again.revisions()).containsExactly(7L);
        assertThat(listener.revisions()).containsExactly(4L);
    }

    @Test
    void a_session_that_left_while_it_read_what_it_missed_gets_nothing_more() {
        open(9);
        RecordingListener late = new RecordingListener();
        LiveSession leaving = session(user("bert"), late);

        feed.attach(leaving, new Revision(6));
        feed.detach(leaving);
        answer(page(6, 9, true));
        local(10);

        assertThat(late.revisions()).isEmpty();
    }

    private void open(long head) {
        feed.attach(session);
        feed.opened(publicRoom(), new Revision(head));
    }

    private void local(long revision) {
        feed.changed(messages(revision, revision), Origin.LOCAL);
        feed.endOfTurn();
    }

    private void answer(RoomChanges page) {
        reads.removeFirst().then().accept(Optional.of(page));
        feed.endOfTurn();
    }
}
