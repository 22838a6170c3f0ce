package io.chatsphere.bootstrap.load;

import io.chatsphere.bootstrap.load.audit.Lifeline;
import io.chatsphere.bootstrap.load.audit.Stored;
import io.chatsphere.bootstrap.load.audit.StoredRoom;
import io.chatsphere.bootstrap.load.check.History;
import io.chatsphere.bootstrap.load.check.UnreadCheck;
import io.chatsphere.bootstrap.load.plan.Layout;
import io.chatsphere.bootstrap.load.report.Report;
import io.chatsphere.bootstrap.load.run.LoadRun;
import io.chatsphere.bootstrap.load.run.Scene;
import io.chatsphere.bootstrap.load.wire.InParallel;
import io.chatsphere.bootstrap.load.wire.Rest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** The audit after a run: histories, then what was delivered, then unread counts. */
final class Judgement {
    private static final int AT_ONCE = 4;
    private static final int UNREAD_USERS = 200;

    private final Scene scene;
    private final Layout layout;
    private final Rest rest;

    Judgement(Scene scene, Rest rest) {
        this.scene = scene;
        this.layout = scene.layout();
        this.rest = rest;
    }

    Report.Audit judge(LoadRun load, boolean drained, Consumer<String> progress) {
        progress.accept("reading the histories");
        Stored stored = new Stored();
        List<StoredRoom> rooms = scene.rooms().stream()
                .map(order -> new StoredRoom(order, load.ledger(), stored, scene.findings()))
                .toList();
        History history = new History(rest, scene.texts(), placed(load));
        InParallel.run(AT_ONCE, IntStream.range(0, rooms.size()), i -> history.read(rooms.get(i), scene.usersOf(i)));
        stored.check(load.ledger(), scene.findings());
        rooms.forEach(room -> load.end(room.name(), room.head()));
        UnreadCheck unread = unread(rooms, progress);
        return new Report.Audit(
                load.ledger().acknowledged(),
                stored.count(),
                stored.unacknowledged(load.ledger()),
                sum(load, Lifeline::delivered),
                expected(rooms),
                sum(load, Lifeline::repeated),
                Math.min(UNREAD_USERS, scene.users().size()),
                scene.users().size(),
                unread.conversations(),
                drained,
                scene.findings().all().stream()
                        .map(one -> new Report.Faults(
                                one.fault().name(), one.fault().meaning(), one.count(), one.examples()))
                        .toList());
    }

    private History.Placed placed(LoadRun load) {
        List<Layout.Seat> seats = layout.senders();
        return (number, room, author) -> {
            if (!load.ledger().knows(number)) {
                return false;
            }
            Layout.Seat seat = seats.get(load.ledger().sender(number));
            return scene.rooms().get(seat.room()).name().equals(room)
                    && scene.users().get(layout.userOf(seat.connection())).id().equals(author);
        };
    }

    /** Of all users, or of as many as are enough, evenly chosen. */
    private UnreadCheck unread(List<StoredRoom> rooms, Consumer<String> progress) {
        progress.accept("comparing unread counts");
        UnreadCheck unread = new UnreadCheck(rest, scene.findings());
        List<List<Integer>> roomsOfUsers = layout.roomsOfUsers();
        int count = Math.min(UNREAD_USERS, scene.users().size());
        InParallel.run(AT_ONCE, IntStream.range(0, count), i -> {
            int user = (int) ((long) i * scene.users().size() / count);
            unread.check(
                    i,
                    scene.users().get(user),
                    roomsOfUsers.get(user).stream().map(rooms::get).toList());
        });
        return unread;
    }

    private long expected(List<StoredRoom> rooms) {
        return IntStream.range(0, rooms.size())
                .mapToLong(i -> rooms.get(i).head()
                        * layout.usersOf(i).stream()
                                .flatMapToInt(layout::connectionsOf)
                                .count())
                .sum();
    }

    private static long sum(LoadRun load, ToLongFunction<Lifeline> figure) {
        return load.lifelines().mapToLong(figure).sum();
    }
}
