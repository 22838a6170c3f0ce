package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.message;
import static io.chatsphere.application.delivery.FeedFixture.messages;
import static io.chatsphere.application.delivery.FeedFixture.page;
import static io.chatsphere.application.delivery.FeedFixture.removal;
import static io.chatsphere.application.delivery.FeedFixture.session;
import static io.chatsphere.application.delivery.FeedFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.user.UserSummary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets what when sessions come and go. */
class RoomFeedSeatsTest {
    private static final UserSummary ANNA = user("anna");

    private final FeedDriver driver = new FeedDriver(ANNA);
    private final RoomFeed feed = driver.feed();
    private final RecordingListener listener = driver.listener();

    @Test
    void who_is_removed_gets_neither_the_removal_nor_anything_behind_it() {
        driver.open(0);
        RecordingListener other = new RecordingListener();
        driver.attach(session(user("bert"), other));

        feed.changed(List.of(message(1), removal(ANNA, 2), message(3)), Origin.LOCAL);
        feed.endOfTurn();

        assertThat(listener.revisions()).containsExactly(1L);
        assertThat(other.revisions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_session_that_joined_earlier_reads_what_it_missed_before_it_takes_its_seat() {
        driver.open(9);
        RecordingListener late = new RecordingListener();

        driver.admit(session(user("bert"), late), 6);
        driver.local(10);
        driver.answer(page(6, 8, false));
        driver.answer(page(8, 10, true));
        driver.local(11);

        assertThat(late.revisions()).containsExactly(7L, 8L, 9L, 10L, 11L);
        assertThat(listener.revisions()).containsExactly(10L, 11L);
    }

    @Test
    void a_session_that_joined_ahead_of_the_feed_gets_nothing_up_to_its_joining() {
        driver.open(3);
        RecordingListener early = new RecordingListener();

        driver.admit(session(user("bert"), early), 5);
        feed.changed(messages(4, 7), Origin.LOCAL);
        feed.endOfTurn();

        assertThat(early.revisions()).containsExactly(6L, 7L);
        assertThat(listener.revisions()).containsExactly(4L, 5L, 6L, 7L);
    }

    @Test
    void who_was_removed_and_let_in_again_gets_only_what_came_behind_the_second_joining() {
        driver.open(3);
        RecordingListener again = new RecordingListener();

        driver.admit(session(ANNA, again), 6);
        feed.changed(List.of(message(4), removal(ANNA, 5), message(6), message(7)), Origin.LOCAL);
        feed.endOfTurn();

        assertThat(again.revisions()).containsExactly(7L);
        assertThat(listener.revisions()).containsExactly(4L);
    }

    @Test
    void a_session_that_left_while_it_read_what_it_missed_gets_nothing_more() {
        driver.open(9);
        RecordingListener late = new RecordingListener();
        LiveSession leaving = session(user("bert"), late);

        driver.admit(leaving, 6);
        feed.crowd().detach(leaving);
        driver.answer(page(6, 9, true));
        driver.local(10);

        assertThat(late.revisions()).isEmpty();
    }

    @Test
    void a_listener_that_fails_costs_its_own_session_and_nobody_else_a_message() {
        RecordingListener broken = new RecordingListener() {
            @Override
            public synchronized boolean offer(Delivery delivery) {
                throw new IllegalStateException("expected by this test");
            }
        };
        driver.attach(session(user("bert"), broken));
        driver.open(0);

        driver.local(1);
        driver.local(2);

        assertThat(broken.end()).contains(EndReason.RESET);
        assertThat(listener.revisions()).containsExactly(1L, 2L);
    }
}
