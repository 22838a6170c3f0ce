package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.id.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compares counters with what was delivered, so that a lost change costs seconds and never the change. */
final class Sweep {
    private static final int CHUNK = 1_000;

    private final ChangeLog changes;
    private final RoomFeeds rooms;
    private final UserFeeds users;

    Sweep(ChangeLog changes, RoomFeeds rooms, UserFeeds users) {
        this.changes = changes;
        this.rooms = rooms;
        this.users = users;
    }

    /**
     * Sweeps once.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if the store does not answer; the next sweep makes up for it
     */
    void run() {
        var delivered = rooms.delivered();
        rooms.swept(read(delivered, changes::heads), delivered);
        var complete = users.complete();
        users.swept(read(complete, changes::userHeads), complete);
        users.readAgain();
        rooms.readAgain();
    }

    private static <K> Map<K, Revision> read(Map<K, Revision> known, Function<List<K>, Map<K, Revision>> heads) {
        List<K> keys = new ArrayList<>(known.keySet());
        Map<K, Revision> read = HashMap.newHashMap(keys.size());
        for (int from = 0; from < keys.size(); from += CHUNK) {
            read.putAll(heads.apply(keys.subList(from, Math.min(from + CHUNK, keys.size()))));
        }
        return read;
    }
}
