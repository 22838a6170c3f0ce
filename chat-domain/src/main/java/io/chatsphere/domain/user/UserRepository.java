package io.chatsphere.domain.user;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.PasswordHash;
import java.util.List;
import java.util.Optional;

/**
 * Keeps users. Names and e-mail addresses are unique by their keys ({@link Username#key()}, {@link Email#key()}), which the
 * store enforces itself, so that of parallel registrations of one name exactly one succeeds. A user is stored as given,
 * also one who is not active. Times are whole milliseconds where they are made, and come back as given.
 *
 * <p>Thread-safe. Every method is one transaction and throws
 * {@link io.chatsphere.domain.error.ChatException.Unavailable} when the store does not answer.
 */
public interface UserRepository {
    /**
     * Adds a local account, makes it a plain member of {@code rooms} (public rooms; as by
     * {@link io.chatsphere.domain.room.RoomRepository#join}) and opens its first login: all or nothing.
     *
     * @param user with an id that no user has
     * @throws io.chatsphere.domain.error.ChatException.Conflict with {@code USERNAME_TAKEN} or {@code EMAIL_TAKEN}; when
     *     both are taken, with {@code EMAIL_TAKEN}
     * @throws io.chatsphere.domain.error.ChatException.NotFound with {@code ROOM_NOT_FOUND} if there is no such public room
     * @throws io.chatsphere.domain.error.ChatException.Forbidden with {@code ROOM_ARCHIVED}
     */
    void register(User user, PasswordHash passwordHash, List<RoomId> rooms, NewLogin login);

    /**
     * Adds a user who signs in elsewhere and makes them a member of {@code rooms}, as {@link #register} does, unless the id
     * is known already; then nothing changes and nothing of what is asked is looked at. Of parallel calls with one id
     * exactly one adds, and all succeed.
     *
     * @return the stored user
     * @throws io.chatsphere.domain.error.ChatException.Conflict with {@code USERNAME_TAKEN} or {@code EMAIL_TAKEN} if another
     *     id has the name or the address
     * @throws io.chatsphere.domain.error.ChatException.NotFound with {@code ROOM_NOT_FOUND} if there is no such public room
     * @throws io.chatsphere.domain.error.ChatException.Forbidden with {@code ROOM_ARCHIVED}
     */
    User ensure(User user, List<RoomId> rooms);

    /** The user with this id. */
    Optional<User> find(UserId id);

    /**
     * The local account that signs in as {@code handle}, an e-mail address or a username in any spelling, active or not. An
     * address wins over a name. Empty if there is none; odd input (U+0000, lone surrogates, any length) finds nobody.
     */
    Optional<Credentials> findCredentials(String handle);
}
