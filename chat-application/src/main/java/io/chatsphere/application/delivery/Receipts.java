package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the members of a direct room or a small group up to where others have read: the first mark at once, then at most once
 * a second all that moved. Readers learn their own marks by their user's stream. Touched on the feed's turn alone.
 */
final class Receipts {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Seats seats;
    private final Later later;
    private final Map<UserId, Position> moved = new LinkedHashMap<>();
    private boolean pausing;

    Receipts(Seats seats, Later later) {
        this.seats = seats;
        this.later = later;
    }

    void add(Room room, UserId reader, Position position) {
        if (room.kind() != RoomKind.PUBLIC) {
            moved.merge(reader, position, (one, other) -> one.compareTo(other) > 0 ? one : other);
            if (!pausing) {
                send(room);
            }
        }
    }

    private void send(Room room) {
        pausing = !moved.isEmpty();
        if (pausing) {
            List<Notice.Body.Mark> marks = moved.entrySet().stream()
                    .map(mark -> new Notice.Body.Mark(mark.getKey(), mark.getValue()))
                    .toList();
            moved.clear();
            tell(room, marks);
            later.after(PAUSE, () -> send(room));
        }
    }

    /** One notice for all who read nothing meanwhile; who did gets one without their own mark. */
    private void tell(Room room, List<Notice.Body.Mark> marks) {
        Set<UserId> readers = marks.stream().map(Notice.Body.Mark::user).collect(Collectors.toSet());
        Map<Optional<UserId>, Optional<Notice>> bySide = new HashMap<>();
        seats.forEach(session -> {
            UserId viewer = session.owner();
            boolean alone = room.kind() == RoomKind.DIRECT || readers.contains(viewer);
            bySide.computeIfAbsent(
                            Optional.of(viewer).filter(one -> alone),
                            side -> notice(room.addressFor(viewer), viewer, marks))
                    .ifPresent(session::notice);
        });
    }

    private static Optional<Notice> notice(RoomAddress chat, UserId viewer, List<Notice.Body.Mark> marks) {
        List<Notice.Body.Mark> others =
                marks.stream().filter(mark -> !mark.user().equals(viewer)).toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(new Notice(new Notice.Body.Read(chat, others)));
    }
}
