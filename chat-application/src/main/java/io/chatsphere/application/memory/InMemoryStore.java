package io.chatsphere.application.memory;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserSummary;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The data of a chat that lives as long as its JVM: users, logins, rooms and messages with their counters, under one lock,
 * so that each method of a port is a transaction. Thread-safe. Nothing is ever dropped: it grows with what is said.
 */
public final class InMemoryStore {
    private final ReentrantLock lock = new ReentrantLock();
    private final Epoch epoch = new Epoch(UUID.randomUUID());
    private final UserTable users = new UserTable();
    private final RoomTable rooms = new RoomTable();
    private final Map<LoginId, NewLogin> logins = new HashMap<>();

    /** The storage ports over this data. */
    public Storage storage() {
        return new Storage(
                new InMemoryUserRepository(this),
                new InMemoryLoginRepository(this),
                new InMemoryRoomRepository(this),
                new InMemoryMessageRepository(this),
                new InMemoryChangeLog(this));
    }

    /** Runs {@code work} alone; everything below may be used only within it. Work that throws must not have written. */
    <T> T transaction(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    Epoch epoch() {
        return epoch;
    }

    UserTable users() {
        return users;
    }

    RoomTable rooms() {
        return rooms;
    }

    Map<LoginId, NewLogin> logins() {
        return logins;
    }

    /** The message with its author as of now. */
    Message current(Message message) {
        UserId id = message.author().id();
        UserSummary author =
                users.find(id).map(StoredUser::user).map(User::summary).orElse(message.author());
        if (author.equals(message.author())) {
            return message;
        }
        return new Message(
                message.id(),
                message.room(),
                message.position(),
                message.sentRevision(),
                message.revision(),
                author,
                message.content(),
                message.type(),
                message.replyTo(),
                message.clientMessageId(),
                message.createdAt(),
                message.editedAt(),
                message.deletedAt());
    }
}
