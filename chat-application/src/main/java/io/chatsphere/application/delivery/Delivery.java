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
    private final Step step;
    private final boolean withheld;
    private final Memo memo = new Memo();

    /**
     * A change in its place among those that were delivered.
     *
     * @param prev the revision that was delivered before it
     * @param known what was known before the stretch that it came in: a message that was sent behind this is a new one
     */
    record Step(RoomChange change, Revision prev, Revision known) {
        /** A change that came by itself. */
        Step(RoomChange change, Revision prev) {
            this(change, prev, prev);
        }

        /** Whether it changes a message that was sent at or before {@code revision}. */
        boolean isOfMessageUpTo(Revision revision) {
            return change instanceof RoomChange.OfMessage(var message)
                    && !message.sentRevision().isAfter(revision);
        }
    }

    /** @param withheld whether the receivers may only know that the room's stream moved on */
    Delivery(Room room, UserId viewer, Step step, boolean withheld) {
        this.room = room;
        this.viewer = viewer;
        this.step = step;
        this.withheld = withheld;
    }

    /** The room, as of about now. */
    public Room room() {
        return room;
    }

    /** From whose point of view a direct room is named; in other rooms one of the receivers, which makes no difference. */
    public UserId viewer() {
        return viewer;
    }

    /** The change, always the state after it; not to be shown if {@link #isWithheld}. */
    public RoomChange change() {
        return step.change();
    }

    /** Whether the receivers may not see the change: they are only told that the room's stream moved on. */
    public boolean isWithheld() {
        return withheld;
    }

    /** The change's revision in the room's stream. */
    public Revision revision() {
        return step.change().revision();
    }

    /**
     * The revision that was delivered before it: one less than the change's own, or less where a repair left out changes that
     * are out of date.
     */
    public Revision prev() {
        return step.prev();
    }

    /** Whether a message is new to the receivers, rather than changed. */
    public boolean isNewMessage() {
        return change() instanceof RoomChange.OfMessage(var message)
                && message.sentRevision().isAfter(step.known());
    }

    /**
     * What {@code encoder} makes of this, made once and remembered for the encoder that asked last. Pass the same instance
     * each time.
     */
    public <T> T encoded(Function<? super Delivery, T> encoder) {
        return memo.get(encoder, this);
    }
}
