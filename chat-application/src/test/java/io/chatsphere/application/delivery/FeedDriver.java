package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.messages;
import static io.chatsphere.application.delivery.FeedFixture.publicRoom;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.user.UserSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Drives a feed with one session by hand: what it reads is answered when the test says so. */
final class FeedDriver {
    private final List<Read> reads = new ArrayList<>();
    private final RoomFeed feed = new RoomFeed((after, then) -> reads.add(new Read(after.value(), then)));
    private final RecordingListener listener = new RecordingListener();
    private final LiveSession session;

    private record Read(long after, Consumer<Optional<RoomChanges>> then) {}

    FeedDriver(UserSummary user) {
        this.session = FeedFixture.session(user, listener);
    }

    RoomFeed feed() {
        return feed;
    }

    LiveSession session() {
        return session;
    }

    RecordingListener listener() {
        return listener;
    }

    /** Attaches the session and opens the feed. */
    void open(long head) {
        feed.attach(session);
        feed.opened(publicRoom(), new Revision(head));
    }

    /** A change of this node arrives, in a turn of its own. */
    void local(long revision) {
        feed.changed(messages(revision, revision), Origin.LOCAL);
        feed.endOfTurn();
    }

    /** The revisions behind which the feed wants to read. */
    List<Long> pendingReads() {
        return reads.stream().map(Read::after).toList();
    }

    /** Answers the oldest read. */
    void answer(RoomChanges page) {
        reads.removeFirst().then().accept(Optional.of(page));
        feed.endOfTurn();
    }

    /** The oldest read gets no answer from the store. */
    void fail() {
        reads.removeFirst().then().accept(Optional.empty());
        feed.endOfTurn();
    }
}
