package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.AUTHOR;
import static io.chatsphere.application.delivery.FeedFixture.admission;
import static io.chatsphere.application.delivery.FeedFixture.greeting;
import static io.chatsphere.application.delivery.FeedFixture.member;
import static io.chatsphere.application.delivery.FeedFixture.membership;
import static io.chatsphere.application.delivery.FeedFixture.message;
import static io.chatsphere.application.delivery.FeedFixture.page;
import static io.chatsphere.application.delivery.FeedFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.UserSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoomFeedResumeTest {
    private static final UserSummary ANNA = user("anna");

    private final FeedDriver driver = new FeedDriver(ANNA);
    private final LiveSession anna = driver.session();

    @Test
    void what_was_missed_comes_before_what_is_live() {
        driver.open(9);

        resume(anna, 6);
        driver.local(10);
        driver.answer(page(6, 10, true));
        driver.local(11);

        assertThat(driver.listener().revisions()).containsExactly(7L, 8L, 9L, 10L, 11L);
        assertThat(prevs()).containsExactly(6L, 7L, 8L, 9L, 10L);
        assertThat(resumed()).containsExactly(new Said(10, true, false));
        assertThat(driver.listener().all().indexOf(notice())).isEqualTo(4);
    }

    @Test
    void who_missed_nothing_is_told_so_at_once() {
        driver.open(9);

        resume(anna, 9);
        driver.local(10);

        assertThat(driver.pendingReads()).isEmpty();
        assertThat(resumed()).containsExactly(new Said(9, true, false));
        assertThat(driver.listener().revisions()).containsExactly(10L);
    }

    @Test
    void a_message_that_was_sent_and_changed_meanwhile_is_a_new_one() {
        driver.open(9);

        resume(anna, 6);
        RoomChange.OfMessage sent = (RoomChange.OfMessage) message(7);
        driver.answer(changes(new RoomChange.OfMessage(sent.message().at(new Revision(9)))));

        assertThat(driver.listener().deliveries()).singleElement().satisfies(only -> {
            assertThat(only.isNewMessage()).isTrue();
            assertThat(only.prev()).isEqualTo(new Revision(6));
        });
    }

    @Test
    void a_cursor_of_another_store_is_reset_and_goes_on_live() {
        driver.open(9);

        driver.feed().crowd().resume(anna, Optional.empty());
        driver.local(10);

        assertThat(resumed()).containsExactly(new Said(9, true, true));
        assertThat(driver.listener().revisions()).containsExactly(10L);
    }

    @Test
    void a_cursor_beyond_the_counter_is_reset_and_goes_on_live() {
        driver.open(9);

        resume(anna, 20);
        driver.answer(new RoomChanges(List.of(), new Revision(9), true));
        driver.local(10);

        assertThat(resumed()).containsExactly(new Said(9, true, true));
        assertThat(driver.listener().revisions()).containsExactly(10L);
    }

    @Test
    void a_cursor_that_is_ahead_of_the_feed_waits_for_it() {
        driver.open(9);

        resume(anna, 11);
        driver.answer(page(11, 12, true));
        driver.answer(page(9, 12, true));
        driver.local(13);

        assertThat(resumed()).containsExactly(new Said(11, true, false));
        assertThat(driver.listener().revisions()).containsExactly(12L, 13L);
        assertThat(prevs()).containsExactly(11L, 12L);
    }

    @Test
    void a_cursor_before_the_membership_is_reset() {
        driver.open(9);
        LiveSession late = admitted(5);

        resume(late, 4);

        assertThat(resumed()).containsExactly(new Said(9, true, true));
    }

    @Test
    void who_asks_before_they_know_of_the_room_is_told_of_it_first() {
        driver.open(9);
        Membership membership = member(anna, 7);
        driver.feed().crowd().detach(anna);
        driver.feed().crowd().admit(anna, membership);

        resume(anna, 3);
        driver.feed().crowd().greet(anna, membership, greeting());
        driver.local(10);

        assertThat(driver.listener().all())
                .first()
                .isEqualTo(driver.listener().notices().getFirst());
        assertThat(driver.listener().notices().getFirst().body()).isInstanceOf(Notice.Body.RoomAdded.class);
        assertThat(resumed()).containsExactly(new Said(9, true, true));
        assertThat(driver.listener().revisions()).containsExactly(10L);
    }

    @Test
    void after_a_thousand_changes_the_client_is_to_ask_again_and_gets_nothing_before_it_does() {
        driver.open(1_500);

        resume(anna, 0);
        for (long from = 0; from < 1_000; from += 200) {
            driver.answer(page(from, from + 200, false));
        }
        driver.local(1_501);
        assertThat(driver.pendingReads()).isEmpty();
        assertThat(resumed()).containsExactly(new Said(1_000, false, false));
        assertThat(driver.listener().revisions()).hasSize(1_000);

        resume(anna, 1_000);
        for (long from = 1_000; from < 1_400; from += 200) {
            driver.answer(page(from, from + 200, false));
        }
        driver.answer(page(1_400, 1_501, true));

        assertThat(driver.listener().revisions())
                .isEqualTo(LongStream.rangeClosed(1, 1_501).boxed().toList());
        assertThat(resumed()).last().isEqualTo(new Said(1_501, true, false));
    }

    @Test
    void the_next_page_is_read_when_the_listener_has_room_and_one_at_a_time() {
        FullListener full = new FullListener();
        LiveSession slow = FeedFixture.session(ANNA, full);
        driver.attach(slow);
        driver.open(500);

        resume(slow, 0);
        assertThat(driver.pendingReads()).isEmpty();
        full.drain();
        assertThat(driver.pendingReads()).containsExactly(0L);
        driver.answer(page(0, 200, false));
        assertThat(driver.pendingReads()).isEmpty();
        full.drain();

        assertThat(driver.pendingReads()).containsExactly(200L);
    }

    @Test
    void a_read_that_fails_is_repeated_when_the_store_answers_again() {
        driver.open(9);

        resume(anna, 7);
        driver.fail();
        driver.local(10);
        assertThat(driver.feed().crowd().isWaiting()).isTrue();
        assertThat(driver.listener().revisions()).isEmpty();
        driver.feed().crowd().readAgain();
        driver.answer(page(7, 10, true));

        assertThat(driver.listener().revisions()).containsExactly(8L, 9L, 10L);
        assertThat(driver.listener().end()).isEmpty();
    }

    @Test
    void who_asks_again_meanwhile_begins_anew_there() {
        driver.open(9);

        resume(anna, 3);
        resume(anna, 7);
        driver.answer(page(3, 9, true));
        driver.answer(page(7, 9, true));

        assertThat(driver.listener().revisions()).containsExactly(8L, 9L);
        assertThat(resumed()).containsExactly(new Said(9, true, false));
    }

    @Test
    void who_is_removed_while_they_resume_gets_nothing_more() {
        driver.openGroup(9, ANNA, AUTHOR);

        resume(anna, 3);
        driver.local(FeedFixture.removal(ANNA, 10));
        driver.answer(page(3, 9, false));

        assertThat(driver.listener().revisions()).isEmpty();
        assertThat(driver.listener().said(Notice.Body.RoomRemoved.class)).hasSize(1);
    }

    @Test
    void a_removal_that_the_feed_does_not_know_yet_ends_what_is_resumed_where_it_was() {
        driver.openGroup(9, ANNA, AUTHOR);

        resume(anna, 3);
        RoomChange.OfMembership removed = (RoomChange.OfMembership) membership(ANNA, 0, 6, false);
        driver.answer(page(3, 9, true), removed.membership());

        assertThat(driver.listener().revisions()).containsExactly(4L, 5L);
        assertThat(driver.listener().said(Notice.Body.RoomRemoved.class)).hasSize(1);
    }

    @Test
    void of_a_page_that_hides_a_removal_nothing_is_shown() {
        driver.openGroup(9, ANNA, AUTHOR);

        resume(anna, 3);
        RoomChange.OfMembership back = (RoomChange.OfMembership) admission(ANNA, 8);
        driver.answer(page(3, 7, false), back.membership());

        assertThat(driver.listener().revisions()).isEmpty();
        assertThat(driver.listener().said(Notice.Body.RoomRemoved.class)).hasSize(1);
    }

    private LiveSession admitted(long joined) {
        driver.feed().crowd().detach(anna);
        driver.admit(anna, joined);
        driver.answer(page(joined, 9, true));
        return anna;
    }

    private void resume(LiveSession session, long cursor) {
        driver.feed().crowd().resume(session, Optional.of(new Revision(cursor)));
        driver.feed().endOfTurn();
    }

    private record Said(long revision, boolean complete, boolean reset) {}

    private List<Said> resumed() {
        return driver.listener().said(Notice.Body.Resumed.class).stream()
                .map(said -> new Said(said.revision().value(), said.complete(), said.reset()))
                .toList();
    }

    private Notice notice() {
        return driver.listener().notices().getLast();
    }

    private List<Long> prevs() {
        return driver.listener().deliveries().stream()
                .map(delivery -> delivery.prev().value())
                .toList();
    }

    private static RoomChanges changes(RoomChange... changes) {
        return new RoomChanges(Arrays.asList(changes), changes[changes.length - 1].revision(), true);
    }

    /** A listener that has no room until it is drained. */
    private static final class FullListener implements LiveListener {
        final List<Runnable> waiting = new ArrayList<>();

        void drain() {
            waiting.removeFirst().run();
        }

        @Override
        public void whenDrained(Runnable step) {
            waiting.add(step);
        }

        @Override
        public void opened(LiveSession session) {
            // Nothing to do.
        }

        @Override
        public boolean offer(Delivery delivery) {
            return true;
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void ended(EndReason reason) {
            throw new AssertionError("the session ended: " + reason);
        }
    }
}
