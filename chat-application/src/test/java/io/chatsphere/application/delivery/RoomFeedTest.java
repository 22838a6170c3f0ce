package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.access;
import static io.chatsphere.application.delivery.FeedFixture.messages;
import static io.chatsphere.application.delivery.FeedFixture.page;
import static io.chatsphere.application.delivery.FeedFixture.publicRoom;
import static io.chatsphere.application.delivery.FeedFixture.session;
import static io.chatsphere.application.delivery.FeedFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.user.UserSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RoomFeedTest {
    private static final UserSummary ANNA = user("anna");

    private final FeedDriver driver = new FeedDriver(ANNA);
    private final RoomFeed feed = driver.feed();
    private final RecordingListener listener = driver.listener();

    @Test
    void a_change_that_follows_is_delivered_with_the_revision_before_it() {
        driver.open(4);

        driver.local(5);

        assertThat(listener.revisions()).containsExactly(5L);
        assertThat(listener.deliveries().getFirst().prev()).isEqualTo(new Revision(4));
        assertThat(listener.deliveries().getFirst().isNewMessage()).isTrue();
    }

    @Test
    void a_repeat_is_dropped() {
        driver.open(4);

        driver.local(5);
        driver.local(5);
        driver.local(3);

        assertThat(listener.revisions()).containsExactly(5L);
    }

    @Test
    void an_early_local_change_waits_for_the_one_before_it_without_a_read() {
        driver.open(0);

        driver.local(2);
        assertThat(listener.revisions()).isEmpty();
        driver.local(1);

        assertThat(listener.revisions()).containsExactly(1L, 2L);
        assertThat(driver.pendingReads()).isEmpty();
    }

    @Test
    void a_hole_before_a_remote_change_is_read_at_once_and_only_once() {
        driver.open(0);

        feed.changed(messages(3, 3), Origin.REMOTE);
        feed.changed(messages(5, 5), Origin.REMOTE);
        assertThat(driver.pendingReads()).containsExactly(0L);
        driver.answer(page(0, 4, true));

        assertThat(listener.revisions()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void what_came_before_the_feed_opened_is_neither_lost_nor_repeated() {
        driver.attach(driver.session());
        feed.changed(messages(3, 6), Origin.LOCAL);

        feed.opened(access(publicRoom()), new Revision(4));
        feed.endOfTurn();

        assertThat(listener.revisions()).containsExactly(5L, 6L);
    }

    @Test
    void too_many_early_changes_are_dropped_and_read_again() {
        driver.open(0);

        feed.changed(messages(2, 2 + RoomFeed.MAX_HELD), Origin.LOCAL);
        feed.endOfTurn();
        assertThat(listener.revisions()).isEmpty();
        driver.answer(page(0, 200, false));
        driver.answer(page(200, 2 + RoomFeed.MAX_HELD, true));

        assertThat(listener.revisions()).hasSize(2 + RoomFeed.MAX_HELD).isSorted();
    }

    @Test
    void the_sweep_finds_a_change_that_the_bus_lost() {
        driver.open(7);

        feed.swept(new Revision(9), new Revision(7));
        driver.answer(page(7, 9, true));

        assertThat(listener.revisions()).containsExactly(8L, 9L);
    }

    @Test
    void a_read_that_failed_is_made_again_by_the_next_sweep() {
        driver.open(7);

        feed.swept(new Revision(9), new Revision(7));
        driver.fail();
        feed.swept(new Revision(9), new Revision(7));
        driver.answer(page(7, 9, true));

        assertThat(listener.revisions()).containsExactly(8L, 9L);
    }

    @Test
    void a_counter_behind_what_was_delivered_resets_the_sessions() {
        driver.open(7);

        feed.swept(new Revision(6), new Revision(7));

        assertThat(listener.end()).contains(EndReason.RESET);
    }

    @Test
    void a_counter_that_was_read_before_the_last_delivery_is_no_reset() {
        driver.open(7);
        driver.local(8);

        feed.swept(new Revision(7), new Revision(7));

        assertThat(listener.end()).isEmpty();
    }

    @Test
    void a_turn_with_many_changes_flushes_each_session_once() {
        driver.open(0);

        feed.changed(messages(1, 8), Origin.LOCAL);
        feed.endOfTurn();

        assertThat(listener.revisions()).hasSize(8);
        assertThat(listener.flushes()).isEqualTo(1);
    }

    @Test
    void all_sessions_share_one_delivery_so_that_it_is_encoded_once() {
        driver.open(0);
        RecordingListener other = new RecordingListener();
        driver.attach(session(user("bert"), other));
        List<Delivery> encoded = new ArrayList<>();

        driver.local(1);
        Function<Delivery, String> encoder = delivery -> {
            encoded.add(delivery);
            return "bytes";
        };
        listener.deliveries().getFirst().encoded(encoder);
        other.deliveries().getFirst().encoded(encoder);

        assertThat(encoded).hasSize(1);
    }

    @Test
    void a_listener_without_room_ends_its_session_and_no_other() {
        driver.open(0);
        RecordingListener full = new RecordingListener(1);
        driver.attach(session(user("bert"), full));

        driver.local(1);
        driver.local(2);
        driver.local(3);

        assertThat(full.end()).contains(EndReason.TOO_SLOW);
        assertThat(full.revisions()).containsExactly(1L);
        assertThat(listener.revisions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_change_beyond_the_counter_of_a_restored_store_is_not_read_for_over_and_over() {
        driver.open(7);

        feed.changed(messages(20, 20), Origin.REMOTE);
        driver.answer(new RoomChanges(List.of(), new Revision(5), true));

        assertThat(driver.pendingReads()).isEmpty();
    }
}
