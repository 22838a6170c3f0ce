package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.ROOM;
import static io.chatsphere.application.delivery.FeedFixture.access;
import static io.chatsphere.application.delivery.FeedFixture.admission;
import static io.chatsphere.application.delivery.FeedFixture.greeting;
import static io.chatsphere.application.delivery.FeedFixture.group;
import static io.chatsphere.application.delivery.FeedFixture.member;
import static io.chatsphere.application.delivery.FeedFixture.membership;
import static io.chatsphere.application.delivery.FeedFixture.message;
import static io.chatsphere.application.delivery.FeedFixture.page;
import static io.chatsphere.application.delivery.FeedFixture.removal;
import static io.chatsphere.application.delivery.FeedFixture.session;
import static io.chatsphere.application.delivery.FeedFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.user.UserSummary;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What members of a group are told when they are let in and removed. */
class RoomFeedStaysTest {
    private static final UserSummary ANNA = user("anna");
    private static final UserSummary BERT = user("bert");
    private static final Notice.Body.RoomRemoved REMOVED = new Notice.Body.RoomRemoved(new RoomAddress.Group(ROOM));

    private final FeedDriver driver = new FeedDriver(ANNA);
    private final RoomFeed feed = driver.feed();
    private final RecordingListener annas = driver.listener();
    private final RecordingListener berts = new RecordingListener();
    private final LiveSession bert = session(BERT, berts);

    @Test
    void who_is_removed_is_told_so_in_place_of_the_change_and_is_told_once() {
        driver.openGroup(0, ANNA, BERT);
        driver.attach(bert);

        driver.local(message(1), removal(BERT, 2), message(3));
        feed.crowd().dismiss(bert, new Revision(9));

        assertThat(berts.all()).hasSize(2);
        assertThat(berts.revisions()).containsExactly(1L);
        assertThat(berts.notices().getLast().body()).isEqualTo(REMOVED);
        assertThat(annas.revisions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_came_before_the_removal_still_comes_though_the_user_is_known_to_be_removed() {
        driver.openGroup(0, ANNA, BERT);
        driver.attach(bert);

        feed.whenDelivered(new Revision(3), () -> feed.crowd().dismiss(bert, new Revision(9)));
        feed.changed(List.of(message(4), removal(BERT, 3)), Origin.LOCAL);
        driver.local(message(1), message(2));

        assertThat(berts.revisions()).containsExactly(1L, 2L);
        assertThat(berts.said(Notice.Body.RoomRemoved.class)).hasSize(1);
        assertThat(annas.revisions()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void who_is_let_in_gets_nothing_before_the_greeting_and_all_since_their_joining_behind_it() {
        driver.openGroup(0, ANNA);
        Membership membership = member(bert, 1);
        feed.crowd().admit(bert, membership);

        driver.local(admission(BERT, 1), message(2));
        assertThat(berts.all()).isEmpty();
        feed.crowd().greet(bert, membership, greeting());
        driver.answer(page(1, 2, true));
        driver.local(message(3));

        assertThat(berts.all()).first().isInstanceOf(Notice.class);
        assertThat(berts.revisions()).containsExactly(2L, 3L);
    }

    @Test
    void who_is_removed_before_the_greeting_learns_nothing_of_the_room() {
        driver.openGroup(0, ANNA);
        Membership membership = member(bert, 1);
        feed.crowd().admit(bert, membership);

        driver.local(admission(BERT, 1), message(2), removal(BERT, 3), message(4));
        feed.crowd().greet(bert, membership, greeting());
        driver.local(message(5));

        assertThat(berts.all()).isEmpty();
    }

    @Test
    void a_session_that_was_removed_while_it_opened_gets_no_seat() {
        driver.openGroup(0, ANNA, BERT);
        driver.local(removal(BERT, 1));

        driver.attach(bert);
        driver.local(message(2));

        assertThat(berts.revisions()).isEmpty();
        assertThat(berts.said(Notice.Body.RoomRemoved.class)).hasSize(1);
    }

    @Test
    void a_feed_that_opens_behind_a_removal_gives_no_seat_either() {
        driver.attach(bert);

        feed.opened(access(group(), ANNA), new Revision(7));
        driver.local(message(8));

        assertThat(berts.revisions()).isEmpty();
    }

    @Test
    void a_repaired_readmission_ends_the_earlier_stay_where_the_repair_begins() {
        driver.openGroup(3, ANNA, BERT);
        driver.attach(bert);

        feed.swept(new Revision(9), new Revision(3));
        driver.answer(changes(message(4), message(5), admission(BERT, 8), message(9)));

        assertThat(berts.revisions()).isEmpty();
        assertThat(berts.said(Notice.Body.RoomRemoved.class)).hasSize(1);
        assertThat(annas.revisions()).containsExactly(4L, 5L, 8L, 9L);
    }

    @Test
    void who_catches_up_over_their_own_removal_gets_what_came_before_it() {
        driver.openGroup(9, ANNA);

        driver.admit(bert, 4);
        driver.answer(changes(message(5), message(6), membership(BERT, 4, 7, false), message(8), message(9)));

        assertThat(berts.revisions()).containsExactly(5L, 6L);
        assertThat(berts.notices().getLast().body()).isEqualTo(REMOVED);
    }

    @Test
    void who_catches_up_over_a_later_joining_gets_nothing_as_nobody_knows_when_they_were_removed() {
        driver.openGroup(9, ANNA, BERT);

        driver.admit(bert, 4);
        driver.answer(changes(message(5), admission(BERT, 8), message(9)));

        assertThat(berts.revisions()).isEmpty();
        assertThat(berts.notices().getLast().body()).isEqualTo(REMOVED);
    }

    @Test
    void when_a_part_of_a_repair_may_hide_a_removal_all_start_anew() {
        driver.openGroup(3, ANNA, BERT);

        feed.swept(new Revision(900), new Revision(3));
        driver.answer(page(3, 203, false), true);

        assertThat(annas.revisions()).isEmpty();
        assertThat(annas.end()).contains(EndReason.RESET);
        assertThat(feed.isOpen()).isFalse();
    }

    private static RoomChanges changes(RoomChange... changes) {
        return new RoomChanges(Arrays.asList(changes), changes[changes.length - 1].revision(), true);
    }
}
