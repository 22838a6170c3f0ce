package io.chatsphere.application.memory;

import io.chatsphere.application.memory.data.Admission;
import io.chatsphere.application.memory.data.ChatData;
import io.chatsphere.application.memory.data.CodePoints;
import io.chatsphere.application.memory.data.StoredRoom;
import io.chatsphere.application.memory.data.StoredUser;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.Credentials;
import io.chatsphere.domain.user.Handles;
import io.chatsphere.domain.user.UpdatedUser;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Users in memory. */
final class InMemoryUserRepository implements UserRepository {
    private final InMemoryStore store;

    InMemoryUserRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void register(User user, PasswordHash passwordHash, List<RoomId> rooms, NewLogin login) {
        store.transaction(data -> {
            StoredUser added = add(data, user, Optional.of(passwordHash), rooms);
            data.logins().open(login);
            return added;
        });
    }

    @Override
    public User ensure(User user, List<RoomId> rooms) {
        return store.transaction(data -> data.users()
                .find(user.id())
                .orElseGet(() -> add(data, user, Optional.empty(), rooms))
                .user());
    }

    @Override
    public Optional<User> find(UserId id) {
        return store.transaction(data -> data.users().find(id).map(StoredUser::user));
    }

    @Override
    public Optional<Credentials> findCredentials(String handle) {
        String key = Handles.key(handle);
        return store.transaction(data -> data.users().findByHandle(key).flatMap(InMemoryUserRepository::credentials));
    }

    @Override
    public Optional<Credentials> findCredentials(UserId id) {
        return store.transaction(data -> data.users().find(id).flatMap(InMemoryUserRepository::credentials));
    }

    @Override
    public Map<UserId, UserSummary> findSummaries(Collection<UserId> ids) {
        return store.transaction(data -> {
            Map<UserId, UserSummary> found = new HashMap<>();
            ids.forEach(id -> data.users()
                    .find(id)
                    .ifPresent(stored -> found.put(id, stored.user().summary())));
            return found;
        });
    }

    @Override
    public List<UserSummary> search(String start, Optional<Username> after, int limit) {
        String key = Handles.key(start);
        return store.transaction(data -> data.users()
                .list(after)
                .map(StoredUser::user)
                .filter(User::active)
                .filter(user -> CodePoints.startsWith(user.username().key(), key)
                        || CodePoints.startsWith(user.displayName().key(), key))
                .limit(limit)
                .map(User::summary)
                .toList());
    }

    @Override
    public UpdatedUser update(UserId id, UnaryOperator<User> change) {
        return store.transaction(data -> {
            StoredUser stored = data.users().require(id);
            User old = stored.user();
            User wanted = change.apply(old);
            User changed = old.withProfile(wanted.displayName(), wanted.avatarUrl(), wanted.bio());
            return changed.equals(old)
                    ? new UpdatedUser(old, Optional.empty())
                    : new UpdatedUser(changed, Optional.of(stored.change(changed)));
        });
    }

    @Override
    public List<EndedLogin> changePassword(UserId id, PasswordHash passwordHash, Optional<LoginId> kept, Instant now) {
        return store.transaction(data -> {
            data.users().requireLocal(id).setPasswordHash(passwordHash);
            return data.logins().endAll(id, kept, now);
        });
    }

    @Override
    public void seen(Map<UserId, Instant> lastSeen) {
        store.transaction(data -> {
            lastSeen.forEach((id, at) -> data.users().find(id).ifPresent(stored -> stored.seen(at)));
            return lastSeen;
        });
    }

    @Override
    public long count() {
        return store.transaction(data -> data.users().count());
    }

    private static StoredUser add(ChatData data, User user, Optional<PasswordHash> passwordHash, List<RoomId> rooms) {
        data.users().requireFree(user);
        List<StoredRoom> joined =
                rooms.stream().distinct().map(data.rooms()::requireJoinable).toList();
        StoredUser added = data.users().add(user, passwordHash);
        joined.forEach(room -> new Admission(room, user.createdAt()).quiet(added, RoomRole.MEMBER));
        return added;
    }

    private static Optional<Credentials> credentials(StoredUser stored) {
        return stored.passwordHash().map(hash -> new Credentials(stored.user(), hash));
    }
}
