package io.chatsphere.domain.presence;

import io.chatsphere.domain.id.UserId;
import java.util.Set;

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
}
