package io.chatsphere.application.presence.live;

import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.UserSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Who came or went and was not shown yet, numbered. When very many come at once the oldest are left out: presence is the first
 * thing to be dropped. Not thread-safe.
 */
final class Backlog {
    private static final int MOST = 100;

    private final SequencedMap<UserId, Change> changes = new LinkedHashMap<>();
    private long last;

    /** Somebody came or went; which of it is asked when it is shown. */
    record Change(long number, UserSummary user) {}

    void note(UserSummary user) {
        last++;
        changes.putLast(user.id(), new Change(last, user));
        if (changes.size() > MOST) {
            changes.pollFirstEntry();
        }
    }

    /** The number of the latest change. */
    long last() {
        return last;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The oldest changes. */
    List<Change> oldest(int limit) {
        return changes.values().stream().limit(limit).toList();
    }

    /** These were shown. */
    void remove(List<Change> shown) {
        shown.forEach(change -> changes.remove(change.user().id()));
    }

    void clear() {
        changes.clear();
    }
}
