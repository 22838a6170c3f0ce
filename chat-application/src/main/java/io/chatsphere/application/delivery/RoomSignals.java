package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomKind;
import java.util.function.Predicate;

/**
 * Shows what happens in a room and matters only now to those of its seats whom it concerns, never to who did it: not on their
 * other devices either. Touched on the feed's turn alone.
 */
final class RoomSignals {
    private final Seats seats;
    private final Receipts receipts;

    RoomSignals(Seats seats, Later later) {
        this.seats = seats;
        this.receipts = new Receipts(seats, later);
    }

    void show(Room room, Signal signal) {
        switch (signal) {
            case Signal.Typing(var user, boolean isTyping) -> {
                // Of a direct chat it goes by the other user, since the room may not exist yet.
                if (room.kind() != RoomKind.DIRECT) {
                    tellOthers(room, signal.by(), new Notice.Body.Typing(user, room.addressFor(user.id()), isTyping));
                }
            }
            case Signal.Read(var by, var position) -> receipts.add(room, by, position);
            case Signal.View(var user, boolean isOpen) ->
                room.slug().ifPresent(slug -> tellOthers(room, signal.by(), new Notice.Body.View(user, slug, isOpen)));
            case Signal.OldForm(var message) ->
                room.slug().ifPresent(slug -> tellOthers(room, signal.by(), new Notice.Body.OldForm(message, slug)));
            case Signal.Presence presence -> {}
        }
    }

    /** In a group all members are told, in a public room those who have its view open. */
    private void tellOthers(Room room, UserId by, Notice.Body body) {
        Notice notice = new Notice(body);
        Predicate<LiveSession> concerned = room.kind() == RoomKind.PUBLIC
                ? session -> session.isLiveIn(room.id()) && !session.owner().equals(by)
                : session -> !session.owner().equals(by);
        seats.forEach(session -> {
            if (concerned.test(session)) {
                session.notice(notice);
            }
        });
    }
}
