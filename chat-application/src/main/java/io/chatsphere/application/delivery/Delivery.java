package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Room;
import java.util.function.Function;

/**
 * A change of a room on its way to sessions. One instance goes to all of them (in a direct room one to each side), so that
 * it is encoded once.
 */
public final class Delivery {
    private final Room room;
    private final UserId viewer;
    private final RoomChange change;
    private final Revision prev;
    private final Memo memo = new Memo();

    Delivery(Room room, UserId viewer, RoomChange change, Revision prev) {
        this.room = room;
        this.viewer = viewer;
        this.change = change;
        this.prev = prev;
    }

    /** The room, as of about now. */
    public Room room() {
        return room;
    }

    /** From whose point of view a direct room is named; in other rooms one of the receivers, which makes no difference. */
    public UserId viewer() {
        return viewer;
    }

    /** The change, always the state after it. */
    public RoomChange change() {
        return change;
    }

    /**
     * The revision that was delivered before it: one less than the change's own, or less where a repair left out changes that
     * are out of date.
     */
    public Revision prev() {
        return prev;
    }

    /** Whether a message is new to who has seen everything up to {@link #prev}, rather than changed. */
    public boolean isNewMessage() {
        return change instanceof RoomChange.OfMessage(var message)
                && message.sentRevision().isAfter(prev);
    }

    /**
     * What {@code encoder} makes of this, made once and remembered for the encoder that asked last. Pass the same instance
     * each time.
     */
    public <T> T encoded(Function<? super Delivery, T> encoder) {
        return memo.get(encoder, this);
    }
}
