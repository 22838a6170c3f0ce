package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.AUTHOR;
import static io.chatsphere.application.delivery.FeedFixture.ROOM;
import static io.chatsphere.application.delivery.FeedFixture.message;
import static io.chatsphere.application.delivery.FeedFixture.removal;
import static io.chatsphere.application.delivery.FeedFixture.session;
import static io.chatsphere.application.delivery.FeedFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.UserSummary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is shown what matters only now. */
class RoomSignalsTest {
    private static final UserSummary ANNA = user("anna");
    private static final UserSummary BERT = user("bert");
    private static final Slug SLUG = new Slug("room");

    private final FeedDriver driver = new FeedDriver(ANNA);
    private final RecordingListener annas = driver.listener();
    private final RecordingListener berts = new RecordingListener();
    private final LiveSession bert = session(BERT, berts);

    @Test
    void in_a_public_room_those_who_have_its_view_open_see_somebody_type() {
        driver.open(0);
        driver.attach(bert);
        bert.enter(ROOM);

        driver.signal(new Signal.Typing(AUTHOR, true));

        assertThat(berts.said(Notice.Body.Typing.class))
                .containsExactly(new Notice.Body.Typing(AUTHOR, new RoomAddress.Public(SLUG), true));
        assertThat(annas.notices()).isEmpty();
    }

    @Test
    void in_a_group_all_members_see_somebody_type_and_who_types_does_not_on_any_device() {
        driver.openGroup(0, ANNA, BERT);
        driver.attach(bert);
        RecordingListener annasOther = new RecordingListener();
        driver.attach(session(ANNA, annasOther));

        driver.signal(new Signal.Typing(ANNA, true));

        assertThat(berts.said(Notice.Body.Typing.class)).hasSize(1);
        assertThat(annas.notices()).isEmpty();
        assertThat(annasOther.notices()).isEmpty();
    }

    @Test
    void who_was_removed_from_a_group_sees_nobody_type() {
        driver.openGroup(0, ANNA, BERT, AUTHOR);
        driver.attach(bert);

        driver.local(removal(BERT, 1));
        driver.signal(new Signal.Typing(AUTHOR, true));

        assertThat(berts.said(Notice.Body.Typing.class)).isEmpty();
        assertThat(annas.said(Notice.Body.Typing.class)).hasSize(1);
    }

    @Test
    void a_signal_comes_behind_what_was_delivered_before_it() {
        driver.openGroup(0, ANNA, AUTHOR);

        driver.feed().changed(List.of(message(1)), Origin.LOCAL);
        driver.feed().crowd().signalled(new Signal.Typing(AUTHOR, true));
        driver.local(message(2));

        assertThat(annas.all()).hasSize(3).element(1).isInstanceOf(Notice.class);
    }

    @Test
    void everybody_gets_the_same_notice_so_that_it_is_encoded_once() {
        driver.openGroup(0, ANNA, BERT, AUTHOR);
        driver.attach(bert);

        driver.signal(new Signal.Typing(AUTHOR, true));

        assertThat(annas.notices().getFirst()).isSameAs(berts.notices().getFirst());
    }

    @Test
    void who_comes_into_view_is_shown_to_the_others_there_and_not_on_their_own_devices() {
        driver.open(0);
        driver.session().enter(ROOM);
        driver.attach(bert);
        bert.enter(ROOM);

        driver.signal(new Signal.View(ANNA, true));

        assertThat(berts.said(Notice.Body.View.class)).containsExactly(new Notice.Body.View(ANNA, SLUG, true));
        assertThat(annas.notices()).isEmpty();
    }

    @Test
    void a_message_in_the_old_form_goes_to_the_others_who_have_the_view_open() {
        driver.open(0);
        driver.session().enter(ROOM);
        driver.attach(bert);
        RecordingListener authors = new RecordingListener();
        LiveSession author = session(AUTHOR, authors);
        driver.attach(author);
        author.enter(ROOM);

        driver.signal(new Signal.OldForm(((RoomChange.OfMessage) message(1)).message()));

        assertThat(annas.said(Notice.Body.OldForm.class)).hasSize(1);
        assertThat(berts.notices()).isEmpty();
        assertThat(authors.notices()).isEmpty();
    }

    @Test
    void before_the_feed_is_open_signals_are_dropped() {
        driver.signal(new Signal.Typing(AUTHOR, true));
        driver.openGroup(0, ANNA, AUTHOR);

        assertThat(annas.notices()).isEmpty();
    }
}
