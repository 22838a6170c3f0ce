package io.chatsphere.application.memory;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.Credentials;
import io.chatsphere.domain.user.Handles;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import java.util.List;
import java.util.Optional;

/** Users in memory. */
final class InMemoryUserRepository implements UserRepository {
    private final InMemoryStore store;

    InMemoryUserRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void register(User user, PasswordHash passwordHash, List<RoomId> rooms, NewLogin login) {
        store.transaction(() -> {
            StoredUser added = add(user, Optional.of(passwordHash), rooms);
            store.logins().put(login.login().id(), login);
            return added;
        });
    }

    @Override
    public User ensure(User user, List<RoomId> rooms) {
        return store.transaction(() -> store.users()
                .find(user.id())
                .orElseGet(() -> add(user, Optional.empty(), rooms))
                .user());
    }

    @Override
    public Optional<User> find(UserId id) {
        return store.transaction(() -> store.users().find(id).map(StoredUser::user));
    }

    @Override
    public Optional<Credentials> findCredentials(String handle) {
        String key = Handles.key(handle);
        return store.transaction(() -> store.users().findByHandle(key).flatMap(InMemoryUserRepository::credentials));
    }

    private StoredUser add(User user, Optional<PasswordHash> passwordHash, List<RoomId> rooms) {
        store.users().requireFree(user);
        List<StoredRoom> joined =
                rooms.stream().distinct().map(store.rooms()::requireJoinable).toList();
        StoredUser added = store.users().add(user, passwordHash);
        joined.forEach(room -> room.admit(added, RoomRole.MEMBER));
        return added;
    }

    private static Optional<Credentials> credentials(StoredUser stored) {
        return stored.passwordHash().map(hash -> new Credentials(stored.user(), hash));
    }
}
