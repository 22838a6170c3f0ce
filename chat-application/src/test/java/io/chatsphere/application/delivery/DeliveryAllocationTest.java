package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.access;
import static io.chatsphere.application.delivery.FeedFixture.member;
import static io.chatsphere.application.delivery.FeedFixture.message;
import static io.chatsphere.application.delivery.FeedFixture.publicRoom;
import static io.chatsphere.application.delivery.FeedFixture.session;
import static io.chatsphere.application.delivery.FeedFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Revision;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the delivery of a change allocates: a little for the change, and nothing that a recipient keeps. */
final class DeliveryAllocationTest {
    /** The delivery and the lists of its run; 776 where nothing is compiled. */
    private static final long MOST_PER_CHANGE = 1_024;

    /** Room for an iterator, which a compiler does away with, and for no object of each recipient's own. */
    private static final long MOST_PER_RECIPIENT = 48;

    private static final int FEW = 10;
    private static final int MANY = 1_000;

    @Test
    void a_change_costs_little_and_as_much_for_a_thousand_recipients_as_for_ten() {
        long few = bytesPerChange(FEW);
        long many = bytesPerChange(MANY);

        assertThat(few).isLessThan(MOST_PER_CHANGE);
        assertThat(many - few)
                .as("bytes for %d more recipients", MANY - FEW)
                .isLessThan((MANY - FEW) * MOST_PER_RECIPIENT);
    }

    private static long bytesPerChange(int recipients) {
        RoomFeed feed = new RoomFeed((after, reader, then) -> {}, new ManualLater());
        for (int i = 0; i < recipients; i++) {
            LiveSession session = session(user("user" + i), new SilentListener());
            feed.crowd().attach(session, member(session, 0));
        }
        feed.opened(access(publicRoom()), Revision.ZERO);
        Iterator<List<RoomChange>> changes = LongStream.rangeClosed(1, AllocatedBytes.RUNS)
                .mapToObj(revision -> List.of(message(revision)))
                .toList()
                .iterator();
        return AllocatedBytes.of(() -> {
            feed.changed(changes.next(), Origin.LOCAL);
            feed.endOfTurn();
        });
    }
}
