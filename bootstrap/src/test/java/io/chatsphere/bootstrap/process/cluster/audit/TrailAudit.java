package io.chatsphere.bootstrap.process.cluster.audit;

import io.chatsphere.bootstrap.process.cluster.audit.RoomRecord.Change;
import io.chatsphere.bootstrap.process.cluster.client.Chat;
import io.chatsphere.bootstrap.process.cluster.client.Finding.Kind;
import io.chatsphere.bootstrap.process.cluster.client.Findings;
import io.chatsphere.bootstrap.process.cluster.client.Follower;
import io.chatsphere.bootstrap.process.cluster.client.Step;
import io.chatsphere.bootstrap.process.cluster.client.Stretch;
import io.chatsphere.bootstrap.process.cluster.client.Trail;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Compares what a reader applied with the record of the room: all of it, in order, and nothing that was not for them. */
final class TrailAudit {
    private final Findings findings;
    private final String reader;
    private final UUID user;
    private final Chat chat;
    private final RoomRecord room;

    TrailAudit(Findings findings, Follower reader, Chat chat, RoomRecord room) {
        this(findings, reader.person().name(), UUID.fromString(reader.person().id()), chat, room);
    }

    TrailAudit(Findings findings, String reader, UUID user, Chat chat, RoomRecord room) {
        this.findings = findings;
        this.reader = reader;
        this.user = user;
        this.chat = chat;
        this.room = room;
    }

    void check(Trail trail) {
        List<Stretch> stretches = trail.stretches();
        for (int i = 0; i < stretches.size(); i++) {
            boolean isLast = i == stretches.size() - 1;
            checkStretch(stretches.get(i), isLast && trail.isOpen());
            if (i > 0) {
                checkBetween(stretches.get(i - 1).cursor(), stretches.get(i).start());
            }
        }
        if (!room.isPublic()) {
            checkEntitled(trail);
        }
    }

    /** A new beginning needs a new membership. */
    private void checkBetween(long end, long start) {
        if (end < start && !room.isJoinedBetween(user, end, start)) {
            add(Kind.LOST, "nothing between " + end + " and " + start + ", though a member");
        }
    }

    private void checkStretch(Stretch stretch, boolean isOpen) {
        if (isOpen && stretch.cursor() != room.head()) {
            add(Kind.LOST, "knows up to " + stretch.cursor() + " of " + room.head());
        }
        long known = stretch.start();
        for (Step step : stretch.steps()) {
            if (step.revision() <= known) {
                add(Kind.DUPLICATED, "applied " + step + " behind " + known);
            }
            checkSkipped(known, step.revision(), stretch, isOpen);
            checkTold(step);
            known = step.revision();
        }
        checkSkipped(known, stretch.cursor() + 1, stretch, isOpen);
    }

    /** What lies between two applied changes must be of rows that changed again, as the client was told later. */
    private void checkSkipped(long from, long to, Stretch stretch, boolean isOpen) {
        for (long revision = from + 1; revision < to; revision++) {
            long next = room.change(revision).map(Change::next).orElse(RoomRecord.NEVER);
            boolean isToldLater = next <= stretch.cursor();
            boolean isNoLongerTheirs = !isOpen && next != RoomRecord.NEVER;
            if (!isToldLater && !isNoLongerTheirs) {
                add(Kind.LOST, "never got revision " + revision);
            }
        }
    }

    private void checkTold(Step step) {
        boolean isTrue = room.change(step.revision())
                .filter(change -> change.row().equals(step.row()) && change.content() == step.content())
                .isPresent();
        if (!isTrue) {
            add(Kind.UNEXPECTED, "was told something else than what is committed: " + step);
        }
    }

    private void checkEntitled(Trail trail) {
        Stream<Long> applied = trail.stretches().stream()
                .flatMap(stretch -> stretch.steps().stream().map(Step::revision));
        Stream.concat(applied, trail.dropped().stream())
                .filter(revision -> !room.isFor(user, revision))
                .forEach(revision -> add(Kind.UNENTITLED, "was pushed revision " + revision));
    }

    private void add(Kind kind, String what) {
        findings.add(kind, reader, chat, what);
    }
}
