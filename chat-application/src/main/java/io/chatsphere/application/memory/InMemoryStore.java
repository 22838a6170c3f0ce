package io.chatsphere.application.memory;

import io.chatsphere.application.memory.data.ChatData;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.Epoch;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The data of a chat that lives as long as its JVM: users, logins, rooms and messages with their counters, under one lock,
 * so that each method of a port is a transaction. Thread-safe. Nothing but logins and tickets is ever dropped: it grows with
 * what is said.
 */
public final class InMemoryStore {
    private final ReentrantLock lock = new ReentrantLock();
    private final Epoch epoch = new Epoch(UUID.randomUUID());
    private final ChatData data = new ChatData();

    /** The storage ports over this data. */
    public Storage storage() {
        return new Storage(
                new InMemoryUserRepository(this),
                new InMemoryLoginRepository(this),
                new InMemoryRoomRepository(this),
                new InMemoryMessageRepository(this),
                new InMemoryConversationRepository(this),
                new InMemoryChangeLog(this));
    }

    /** Runs {@code work} alone on the data, which must not leave it. Work that throws must not have written. */
    <T> T transaction(Function<ChatData, T> work) {
        lock.lock();
        try {
            return work.apply(data);
        } finally {
            lock.unlock();
        }
    }

    Epoch epoch() {
        return epoch;
    }
}
