package io.chatsphere.application.memory;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.User;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All users, by id, name and address. Guarded by the store's lock. */
final class UserTable {
    private final Map<UserId, StoredUser> byId = new HashMap<>();
    private final Map<String, StoredUser> byName = new HashMap<>();
    private final Map<String, StoredUser> byEmail = new HashMap<>();

    Optional<StoredUser> find(UserId id) {
        return Optional.ofNullable(byId.get(id));
    }

    StoredUser require(UserId id) {
        return find(id).orElseThrow(UserTable::notFound);
    }

    StoredUser requireActive(UserId id) {
        return find(id).filter(stored -> stored.user().active()).orElseThrow(UserTable::notFound);
    }

    /** The user whose address or, failing that, whose name has this key. */
    Optional<StoredUser> findByHandle(String key) {
        return Optional.ofNullable(byEmail.get(key)).or(() -> Optional.ofNullable(byName.get(key)));
    }

    /** Refuses a user whose address or name another one has. */
    void requireFree(User user) {
        if (user.email().map(Email::key).filter(byEmail::containsKey).isPresent()) {
            throw new ChatException.Conflict(ErrorCode.EMAIL_TAKEN);
        }
        if (byName.containsKey(user.username().key())) {
            throw new ChatException.Conflict(ErrorCode.USERNAME_TAKEN);
        }
    }

    StoredUser add(User user, Optional<PasswordHash> passwordHash) {
        StoredUser stored = new StoredUser(user, passwordHash);
        byId.put(user.id(), stored);
        byName.put(user.username().key(), stored);
        user.email().map(Email::key).ifPresent(key -> byEmail.put(key, stored));
        return stored;
    }

    private static ChatException.NotFound notFound() {
        return new ChatException.NotFound(ErrorCode.USER_NOT_FOUND);
    }
}
