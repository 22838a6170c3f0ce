package io.chatsphere.bootstrap.process.cluster.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** All changes of one room, in the order in which they were committed. */
final class RoomRecord {
    /** The next revision of a row that did not change again. */
    static final long NEVER = Long.MAX_VALUE;

    private final UUID id;
    private final boolean isPublic;
    private final TreeMap<Long, Change> changes = new TreeMap<>();
    private final Map<UUID, Change> latest = new HashMap<>();
    private final Map<UUID, List<Stay>> stays = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long position;

    RoomRecord(UUID id, boolean isPublic) {
        this.id = id;
        this.isPublic = isPublic;
    }

    /** One change, and the revision at which its row changed next. */
    static final class Change {
        private final UUID row;
        private final int content;
        private long next = NEVER;

        Change(UUID row, int content) {
            this.row = row;
            this.content = content;
        }

        UUID row() {
            return row;
        }

        int content() {
            return content;
        }

        long next() {
            return next;
        }
    }

    /** What a row was changed into. */
    enum Kind {
        MESSAGE,
        MEMBER,
        ROOM
    }

    /**
     * A row as it was committed.
     *
     * @param revision 0 if the room's stream was not moved
     * @param content a message's content, a member's role, the room's name; empty once that is gone
     * @param position of a message
     * @param joined of a member: the revision at which the membership began
     */
    record Written(Kind kind, long revision, UUID row, Optional<String> content, long position, long joined) {
        boolean isGone() {
            return content.isEmpty();
        }

        int hash() {
            return content.map(String::hashCode).orElse(0);
        }
    }

    /** A membership: what comes behind {@code joined} and before {@code left} is for the member. */
    record Stay(long joined, long left) {}

    UUID id() {
        return id;
    }

    boolean isPublic() {
        return isPublic;
    }

    /** The last revision. */
    long head() {
        return changes.isEmpty() ? 0 : changes.lastKey();
    }

    Optional<Change> change(long revision) {
        return Optional.ofNullable(changes.get(revision));
    }

    /** Revisions that are missing or are there twice, positions out of order. */
    List<String> faults() {
        return faults;
    }

    long lastPosition() {
        return position;
    }

    /** Whether this change was for somebody when it was committed. */
    boolean isFor(UUID user, long revision) {
        return stays.getOrDefault(user, List.of()).stream()
                .anyMatch(stay -> stay.joined() < revision && revision < stay.left());
    }

    /** Whether a membership of somebody began here. */
    boolean isJoinedBetween(UUID user, long from, long to) {
        return stays.getOrDefault(user, List.of()).stream()
                .anyMatch(stay -> from <= stay.joined() && stay.joined() <= to);
    }

    void add(Written row) {
        switch (row.kind()) {
            case MESSAGE -> place(row.position(), row.row());
            case MEMBER -> stay(row);
            case ROOM -> {} // a change like any other
        }
        // A row of revision 0 is no change of the room's stream: its first members, or one who joined a public room.
        if (row.revision() > 0) {
            change(row.revision(), new Change(row.row(), row.hash()));
        }
    }

    private void change(long revision, Change change) {
        if (revision != head() + 1) {
            faults.add("revision " + revision + " came behind " + head());
        }
        changes.put(revision, change);
        Change before = latest.put(change.row(), change);
        if (before != null) {
            before.next = revision;
        }
    }

    /** Positions are given in the order of commits; an old one is a message that changes. */
    private void place(long given, UUID message) {
        if (latest.containsKey(message)) {
            return;
        }
        if (given != position + 1) {
            faults.add("position " + given + " came behind " + position);
        }
        position = given;
    }

    private void stay(Written row) {
        List<Stay> all = stays.computeIfAbsent(row.row(), any -> new ArrayList<>());
        boolean open = !all.isEmpty() && all.getLast().left() == NEVER;
        if (row.isGone() && open) {
            all.add(new Stay(all.removeLast().joined(), isPublic ? head() + 1 : row.revision()));
        } else if (!row.isGone() && !open) {
            all.add(new Stay(row.joined(), NEVER));
        }
    }
}
