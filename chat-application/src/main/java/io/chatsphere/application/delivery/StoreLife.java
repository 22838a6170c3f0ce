package io.chatsphere.application.delivery;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.Epoch;
import java.util.concurrent.Executor;

/**
 * What this node follows of one life of the store. When the store is restored or replaced, revisions begin to mean something
 * else: another one takes its place, and no session of the old one ever gets anything by the new.
 */
record StoreLife(ChangeLog changes, Epoch epoch, RoomFeeds rooms, UserFeeds users) {
    /**
     * The store's life as it is now. The epoch is read first: what the feeds read later is of this life, or of one that the
     * sweep finds.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if the store does not answer
     */
    static StoreLife begin(Storage storage, ChangeBus bus, Executor executor, Later later, int maxSessionsPerUser) {
        Epoch epoch = storage.changes().epoch();
        RoomFeeds rooms = new RoomFeeds(bus, storage, executor, later);
        UserFeeds users = new UserFeeds(bus, storage, rooms, executor, maxSessionsPerUser);
        return new StoreLife(storage.changes(), epoch, rooms, users);
    }

    /**
     * Compares counters with what was delivered.
     *
     * @return whether the store still lives this life
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if the store does not answer; the next sweep makes up for it
     */
    boolean sweep() {
        if (!changes.epoch().equals(epoch)) {
            return false;
        }
        new Sweep(changes, rooms, users).run();
        return true;
    }
}
