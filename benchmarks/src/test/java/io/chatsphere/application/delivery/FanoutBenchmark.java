package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.access;
import static io.chatsphere.application.delivery.FeedFixture.member;
import static io.chatsphere.application.delivery.FeedFixture.message;
import static io.chatsphere.application.delivery.FeedFixture.publicRoom;
import static io.chatsphere.application.delivery.FeedFixture.session;
import static io.chatsphere.application.delivery.FeedFixture.user;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Revision;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A change from the bus to every session of a room, whose listeners do nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FanoutBenchmark {
    /** So many sessions have a seat. */
    @Param({"10", "200", "1000"})
    public int seats;

    private RoomFeed feed;
    private long revision;

    /** Opens the feed with everybody seated. */
    @Setup
    public void open() {
        feed = new RoomFeed((after, reader, then) -> {}, new ManualLater());
        for (int i = 0; i < seats; i++) {
            LiveSession session = session(user("user" + i), new SilentListener());
            feed.crowd().attach(session, member(session, 0));
        }
        feed.opened(access(publicRoom()), Revision.ZERO);
    }

    /** One change, delivered and flushed. */
    @Benchmark
    public Revision deliver() {
        List<RoomChange> change = List.of(message(++revision));
        feed.changed(change, Origin.LOCAL);
        feed.endOfTurn();
        return feed.delivered();
    }
}
