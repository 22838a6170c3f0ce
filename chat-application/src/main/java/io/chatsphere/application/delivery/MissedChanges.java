package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.id.Revision;
import java.util.List;

/**
 * What a client missed of a room.
 *
 * @param epoch the life of the store that the revisions belong to
 * @param revision the client's cursor when it has taken these changes
 * @param complete whether there was nothing behind them
 * @param reset whether the cursor that was asked with means nothing here: the client fetches anew and goes on from
 *     {@code revision}; there are no changes then
 * @param changes oldest first, each with its {@link Delivery#prev}
 */
public record MissedChanges(Epoch epoch, Revision revision, boolean complete, boolean reset, List<Delivery> changes) {
    public MissedChanges {
        changes = List.copyOf(changes);
    }
}
