package io.chatsphere.adapter.http.change;

import io.chatsphere.application.delivery.MissedChanges;
import io.chatsphere.application.delivery.view.ChangeView;
import java.util.List;

/**
 * What a client missed of a room.
 *
 * @param revision the client's cursor when it has taken the changes
 */
record ChangesBody(String epoch, long revision, boolean complete, boolean reset, List<ChangeBody> changes) {
    /** A change, as a live connection has it in a frame. */
    record ChangeBody(String type, ChangeView.Data data) {
        static ChangeBody of(ChangeView view) {
            return new ChangeBody(view.type().spelling(), view.data());
        }
    }

    static ChangesBody of(MissedChanges missed) {
        return new ChangesBody(
                missed.epoch().toString(),
                missed.revision().value(),
                missed.complete(),
                missed.reset(),
                missed.changes().stream()
                        .map(ChangeView::of)
                        .map(ChangeBody::of)
                        .toList());
    }
}
