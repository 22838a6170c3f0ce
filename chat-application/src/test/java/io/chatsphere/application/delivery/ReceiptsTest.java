package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.ROOM;
import static io.chatsphere.application.delivery.FeedFixture.session;
import static io.chatsphere.application.delivery.FeedFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.user.UserSummary;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Up to where others have read. */
class ReceiptsTest {
    private static final UserSummary ANNA = user("anna");
    private static final UserSummary BERT = user("bert");
    private static final UserSummary CARL = user("carl");
    private static final RoomAddress GROUP = new RoomAddress.Group(ROOM);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FeedDriver driver = new FeedDriver(ANNA);
    private final RecordingListener annas = driver.listener();
    private final RecordingListener berts = new RecordingListener();

    @Test
    void the_first_mark_is_told_at_once_and_the_next_ones_together_a_second_later() {
        open();

        driver.signal(new Signal.Read(BERT.id(), new Position(1)));
        assertThat(annas.said(Notice.Body.Read.class)).containsExactly(read(mark(BERT, 1)));
        driver.signal(new Signal.Read(BERT.id(), new Position(2)));
        driver.signal(new Signal.Read(CARL.id(), new Position(1)));
        driver.signal(new Signal.Read(BERT.id(), new Position(4)));
        driver.signal(new Signal.Read(BERT.id(), new Position(3)));
        assertThat(annas.said(Notice.Body.Read.class)).hasSize(1);

        driver.later().pass(SECOND);

        assertThat(annas.said(Notice.Body.Read.class)).hasSize(2).last().isEqualTo(read(mark(BERT, 4), mark(CARL, 1)));
    }

    @Test
    void a_reader_gets_the_marks_of_the_others_and_not_their_own() {
        open();

        driver.signal(new Signal.Read(BERT.id(), new Position(1)));
        driver.signal(new Signal.Read(BERT.id(), new Position(2)));
        driver.signal(new Signal.Read(CARL.id(), new Position(2)));
        driver.later().pass(SECOND);

        assertThat(berts.said(Notice.Body.Read.class)).containsExactly(read(mark(CARL, 2)));
    }

    @Test
    void after_a_quiet_second_the_next_mark_is_told_at_once_again() {
        open();

        driver.signal(new Signal.Read(BERT.id(), new Position(1)));
        driver.later().pass(SECOND);
        driver.signal(new Signal.Read(BERT.id(), new Position(2)));

        assertThat(annas.said(Notice.Body.Read.class)).hasSize(2);
    }

    @Test
    void all_who_read_nothing_get_the_same_notice() {
        open();
        RecordingListener carls = new RecordingListener();
        driver.attach(session(CARL, carls));

        driver.signal(new Signal.Read(BERT.id(), new Position(1)));

        assertThat(annas.notices().getFirst()).isSameAs(carls.notices().getFirst());
    }

    @Test
    void in_a_public_room_nobody_is_told() {
        driver.open(0);

        driver.signal(new Signal.Read(BERT.id(), new Position(1)));

        assertThat(annas.notices()).isEmpty();
    }

    private void open() {
        driver.openGroup(0, ANNA, BERT, CARL);
        driver.attach(session(BERT, berts));
    }

    private static Notice.Body.Read read(Notice.Body.Mark... marks) {
        return new Notice.Body.Read(GROUP, Arrays.asList(marks));
    }

    private static Notice.Body.Mark mark(UserSummary user, long position) {
        return new Notice.Body.Mark(user.id(), new Position(position));
    }
}
