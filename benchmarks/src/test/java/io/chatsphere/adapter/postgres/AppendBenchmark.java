package io.chatsphere.adapter.postgres;

import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** Messages a second into a real PostgreSQL that waits for its disk: by one caller, and by many who share transactions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class AppendBenchmark {
    private static final int ROOMS = 20;

    private TestDatabase database;
    private PostgresStorage postgres;
    private TestChat chat;
    private List<RoomId> rooms;
    private User author;

    /** Makes a database with a few rooms. */
    @Setup
    public void open() {
        database = TestDatabase.fresh();
        postgres = new PostgresStorage(database.config());
        postgres.open();
        chat = new TestChat(postgres.storage());
        rooms = IntStream.range(0, ROOMS).mapToObj(i -> chat.publicRoom()).toList();
        author = chat.member();
    }

    /** Removes it. */
    @TearDown
    public void close() {
        postgres.close();
        database.close();
    }

    /** One message at a time. */
    @Benchmark
    @Threads(1)
    public List<Appended> byOne() {
        return append();
    }

    /** One message at a time of each. */
    @Benchmark
    @Threads(64)
    public List<Appended> bySixtyFour() {
        return append();
    }

    private List<Appended> append() {
        RoomId room = rooms.get(ThreadLocalRandom.current().nextInt(ROOMS));
        return postgres.storage().messages().append(List.of(chat.draft(room, author, "Is anybody there? ")));
    }
}
