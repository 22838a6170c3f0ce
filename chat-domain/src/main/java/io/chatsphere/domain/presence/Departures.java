package io.chatsphere.domain.presence;

import io.chatsphere.domain.id.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who is gone since a node is.
 *
 * @param users who are online nowhere now
 * @param viewers who are live in this room nowhere now
 */
public record Departures(Set<UserId> users, Set<Viewer> viewers) {
    /** Nobody is gone. */
    public static final Departures NONE = new Departures(Set.of(), Set.of());

    public Departures {
        users = Set.copyOf(users);
        viewers = Set.copyOf(viewers);
    }

    /** Whether nobody is gone. */
    public boolean isEmpty() {
        return users.isEmpty() && viewers.isEmpty();
    }

    /** The same people in parts, viewers first; each of at most {@code size} users or viewers. */
    public List<Departures> parts(int size) {
        List<Departures> parts = new ArrayList<>();
        split(viewers, size, part -> parts.add(new Departures(Set.of(), part)));
        split(users, size, part -> parts.add(new Departures(part, Set.of())));
        return parts;
    }

    private static <T> void split(Set<T> all, int size, Consumer<Set<T>> then) {
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += size) {
            then.accept(Set.copyOf(list.subList(from, Math.min(from + size, list.size()))));
        }
    }
}
