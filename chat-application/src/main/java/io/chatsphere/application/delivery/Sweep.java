package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.Epoch;
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
    private final Epoch epoch;

    Sweep(ChangeLog changes, RoomFeeds rooms, UserFeeds users, Epoch epoch) {
        this.changes = changes;
        this.rooms = rooms;
        this.users = users;
        this.epoch = epoch;
    }

    /**
     * Sweeps once.
     *
     * @return whether the store is still the one that was opened
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if the store does not answer; the next sweep makes up for it
     */
    boolean run() {
        if (!changes.epoch().equals(epoch)) {
            return false;
        }
        var delivered = rooms.delivered();
        rooms.swept(read(delivered, changes::heads), delivered);
        var complete = users.complete();
        users.swept(read(complete, changes::userHeads), complete);
        users.readAgain();
        return true;
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
