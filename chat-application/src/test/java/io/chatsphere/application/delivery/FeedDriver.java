package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.access;
import static io.chatsphere.application.delivery.FeedFixture.greeting;
import static io.chatsphere.application.delivery.FeedFixture.group;
import static io.chatsphere.application.delivery.FeedFixture.member;
import static io.chatsphere.application.delivery.FeedFixture.messages;
import static io.chatsphere.application.delivery.FeedFixture.publicRoom;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.UserSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Drives a feed with one session by hand: what it reads is answered when the test says so. */
final class FeedDriver {
    private final List<Read> reads = new ArrayList<>();
    private final ManualLater later = new ManualLater();
    private final RoomFeed feed =
            new RoomFeed((after, reader, then) -> reads.add(new Read(after.value(), reader, then)), later);
    private final RecordingListener listener = new RecordingListener();
    private final LiveSession session;

    private record Read(long after, Optional<UserId> reader, Consumer<Optional<Stretch>> then) {}

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

    ManualLater later() {
        return later;
    }

    /** Attaches the session and opens the feed. */
    void open(long head) {
        attach(session);
        feed.opened(access(publicRoom()), new Revision(head));
    }

    /** Attaches the session and opens the feed of a group with these members. */
    void openGroup(long head, UserSummary... members) {
        attach(session);
        feed.opened(access(group(), members), new Revision(head));
    }

    /** A session that found itself a member since ever. */
    void attach(LiveSession found) {
        feed.crowd().attach(found, member(found, 0));
    }

    /** A session whose user becomes a member, and is greeted at once. */
    void admit(LiveSession admitted, long joined) {
        Membership membership = member(admitted, joined);
        feed.crowd().admit(admitted, membership);
        feed.crowd().greet(admitted, membership, greeting());
    }

    /** Changes of this node arrive, in a turn of their own. */
    void local(RoomChange... changes) {
        feed.changed(List.of(changes), Origin.LOCAL);
        feed.endOfTurn();
    }

    /** A change of this node arrives, in a turn of its own. */
    void local(long revision) {
        feed.changed(messages(revision, revision), Origin.LOCAL);
        feed.endOfTurn();
    }

    /** Something that matters only now happens. */
    void signal(Signal signal) {
        feed.crowd().signalled(signal);
        feed.endOfTurn();
    }

    /** The revisions behind which the feed wants to read. */
    List<Long> pendingReads() {
        return reads.stream().map(Read::after).toList();
    }

    /** Answers the oldest read. */
    void answer(RoomChanges page) {
        answer(page, false);
    }

    /** Answers the oldest read; members may have changed behind the page. */
    void answer(RoomChanges page, boolean membersAhead) {
        Read read = reads.removeFirst();
        Stretch stretch = new Stretch(page, membersAhead, Optional.empty());
        Optional<Membership> own = stretch.memberships()
                .filter(membership ->
                        read.reader().filter(membership.user()::equals).isPresent())
                .findAny();
        answer(read, new Stretch(page, membersAhead, own));
    }

    /** Answers the oldest read, which is for one session, whose user's membership is this by now. */
    void answer(RoomChanges page, Membership own) {
        answer(reads.removeFirst(), new Stretch(page, false, Optional.of(own)));
    }

    private void answer(Read read, Stretch stretch) {
        read.then().accept(Optional.of(stretch));
        feed.endOfTurn();
    }

    /** The oldest read gets no answer from the store. */
    void fail() {
        reads.removeFirst().then().accept(Optional.empty());
        feed.endOfTurn();
    }
}
