package io.chatsphere.application.memory;

import io.chatsphere.domain.id.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Users who are somewhere, each with on how many nodes, by ascending id. Not thread-safe. */
final class Headcount {
    /** Nobody is there; never to be entered. */
    static final Headcount NOBODY = new Headcount();

    /** As the spelling of ids sorts, which {@link java.util.UUID#compareTo} does not: it takes the halves for signed. */
    private static final Comparator<UserId> BY_SPELLING = Comparator.<UserId, Long>comparing(
                    user -> user.value().getMostSignificantBits(), Long::compareUnsigned)
            .thenComparing(user -> user.value().getLeastSignificantBits(), Long::compareUnsigned);

    private final TreeMap<UserId, Integer> nodes = new TreeMap<>(BY_SPELLING);

    /** Whether the user was not there before. */
    boolean enter(UserId user) {
        return nodes.merge(user, 1, Integer::sum) == 1;
    }

    /** Whether the user, who is there, is gone now. */
    boolean leave(UserId user) {
        return nodes.computeIfPresent(user, (same, count) -> count == 1 ? null : count - 1) == null;
    }

    int size() {
        return nodes.size();
    }

    List<UserId> page(Optional<UserId> after, int limit) {
        return after.map(user -> nodes.tailMap(user, false)).orElse(nodes).keySet().stream()
                .limit(limit)
                .toList();
    }
}
