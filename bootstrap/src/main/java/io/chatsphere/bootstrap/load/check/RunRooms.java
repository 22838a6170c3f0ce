package io.chatsphere.bootstrap.load.check;

import io.chatsphere.bootstrap.load.wire.Answer;
import io.chatsphere.bootstrap.load.wire.InParallel;
import io.chatsphere.bootstrap.load.wire.LoadException;
import io.chatsphere.bootstrap.load.wire.Rest;
import io.chatsphere.bootstrap.load.wire.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The public rooms of one run, which nobody else is in: made before, closed afterwards. Each is owned by its first user. */
public final class RunRooms {
    private static final int AT_ONCE = 8;

    private final Rest rest;
    private final List<String> names;
    private final IntFunction<List<User>> members;

    /**
     * Rooms of these names.
     *
     * @param members of each, by its number
     */
    public RunRooms(Rest rest, List<String> names, IntFunction<List<User>> members) {
        this.rest = rest;
        this.names = List.copyOf(names);
        this.members = members;
    }

    /** Makes them. */
    public void make() {
        InParallel.run(AT_ONCE, IntStream.range(0, names.size()), i -> {
            String name = names.get(i);
            Answer answer = rest.post(
                    "/api/v1/rooms", Optional.of(owner(i).token()), Map.of("id", name, "name", "Load test " + name));
            // A conflict: the room was made, and the first answer lost.
            if (answer.status() != 201 && answer.status() != 409) {
                throw new LoadException("The server made no room: " + answer.status());
            }
        });
    }

    /** Everybody leaves, and the rooms are closed, so that accounts can be used again as they were; how many could not. */
    public int close() {
        int[] failed = new int[names.size()];
        InParallel.run(AT_ONCE, IntStream.range(0, names.size()), i -> {
            String path = "/api/v1/rooms/" + names.get(i);
            for (User user : members.apply(i).subList(1, members.apply(i).size())) {
                failed[i] += isDone(rest.call("POST", path + "/leave", Optional.of(user.token()), Optional.empty()));
            }
            failed[i] += isDone(rest.call("DELETE", path, Optional.of(owner(i).token()), Optional.empty()));
        });
        return IntStream.of(failed).sum();
    }

    private User owner(int room) {
        return members.apply(room).getFirst();
    }

    private static int isDone(Answer answer) {
        return answer.status() == 204 ? 0 : 1;
    }
}
