package io.chatsphere.domain.delivery;

import io.chatsphere.domain.id.Revision;
import java.util.List;

/**
 * A stretch of a room's changes.
 *
 * @param changes by ascending revision; of several changes of one row only the last is there
 * @param upTo the stretch covers every change up to and including this revision: the room's last one if {@code complete},
 *     else that of the last change in the list
 * @param complete whether nothing lies behind {@code upTo}
 */
public record RoomChanges(List<RoomChange> changes, Revision upTo, boolean complete) {
    public RoomChanges {
        changes = List.copyOf(changes);
    }
}
