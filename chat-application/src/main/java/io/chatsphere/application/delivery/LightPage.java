package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import java.util.List;

/** Cuts what was read to what may wait for one session at once. */
final class LightPage {
    private static final int MOST_BYTES = 1024 * 1024;

    /** What a change takes on the wire beside its text, and a character of that, about and rather more than less. */
    private static final int ENVELOPE_BYTES = 1_000;

    private static final int CHARACTER_BYTES = 3;

    private LightPage() {}

    /** The page, or as many of its first changes as are about a mebibyte; at least one, if it has any. */
    static RoomChanges of(RoomChanges page) {
        int bytes = 0;
        int count = 0;
        for (RoomChange change : page.changes()) {
            bytes += bytes(change);
            if (bytes > MOST_BYTES && count > 0) {
                List<RoomChange> first = page.changes().subList(0, count);
                return new RoomChanges(first, first.getLast().revision(), false);
            }
            count++;
        }
        return page;
    }

    private static int bytes(RoomChange change) {
        return change instanceof RoomChange.OfMessage(var message)
                ? ENVELOPE_BYTES
                        + CHARACTER_BYTES
                                * message.content()
                                        .map(content -> content.text().length())
                                        .orElse(0)
                : ENVELOPE_BYTES;
    }
}
