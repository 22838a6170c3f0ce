package io.chatsphere.application.memory.data;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.Username;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All users, by id, name and address. */
public final class UserTable {
    private final Map<UserId, StoredUser> byId = new HashMap<>();
    private final NavigableMap<String, StoredUser> byName = new TreeMap<>(CodePoints::compare);
    private final Map<String, StoredUser> byEmail = new HashMap<>();

    public Optional<StoredUser> find(UserId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The user, who must exist. */
    public StoredUser require(UserId id) {
        return find(id).orElseThrow(UserTable::notFound);
    }

    /** The user, who must exist and be active. */
    public StoredUser requireActive(UserId id) {
        return find(id).filter(stored -> stored.user().active()).orElseThrow(UserTable::notFound);
    }

    /** The user, who must be a local account. */
    public StoredUser requireLocal(UserId id) {
        return find(id).filter(stored -> stored.passwordHash().isPresent()).orElseThrow(UserTable::notFound);
    }

    /** The user whose address or, failing that, whose name has this key. */
    public Optional<StoredUser> findByHandle(String key) {
        return Optional.ofNullable(byEmail.get(key)).or(() -> Optional.ofNullable(byName.get(key)));
    }

    /** Users by the order of their names' keys, all or those behind a name. */
    public Stream<StoredUser> list(Optional<Username> after) {
        return after.map(name -> byName.tailMap(name.key(), false)).orElse(byName).values().stream();
    }

    /** Refuses a user whose address or name another one has. */
    public void requireFree(User user) {
        if (user.email().map(Email::key).filter(byEmail::containsKey).isPresent()) {
            throw new ChatException.Conflict(ErrorCode.EMAIL_TAKEN);
        }
        if (byName.containsKey(user.username().key())) {
            throw new ChatException.Conflict(ErrorCode.USERNAME_TAKEN);
        }
    }

    public StoredUser add(User user, Optional<PasswordHash> passwordHash) {
        StoredUser stored = new StoredUser(user, passwordHash);
        byId.put(user.id(), stored);
        byName.put(user.username().key(), stored);
        user.email().map(Email::key).ifPresent(key -> byEmail.put(key, stored));
        return stored;
    }

    /** How many users there are. */
    public long count() {
        return byId.size();
    }

    private static ChatException.NotFound notFound() {
        return new ChatException.NotFound(ErrorCode.USER_NOT_FOUND);
    }
}
