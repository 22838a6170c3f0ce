package io.chatsphere.application.delivery;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.user.UserSummary;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whether somebody may post in a group and read it, as each send and each page of a history asks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PermissionBenchmark {
    /** So many members the group has. */
    @Param({"2", "1000"})
    public int members;

    private RoomAccess access;
    private UserSummary member;
    private UserSummary stranger;

    /** Makes the group. */
    @Setup
    public void open() {
        UserSummary[] all = IntStream.range(0, members)
                .mapToObj(i -> FeedFixture.user("user" + i))
                .toArray(UserSummary[]::new);
        access = FeedFixture.access(FeedFixture.group(), all);
        member = all[members / 2];
        stranger = FeedFixture.user("stranger");
    }

    /** A member may. */
    @Benchmark
    public Optional<ChatException> memberPosts() {
        return access.refusalToPost(member.id());
    }

    /** Somebody else may not, which costs an exception. */
    @Benchmark
    public Optional<ChatException> strangerReads() {
        return access.refusalToRead(stranger.id());
    }
}
