package io.chatsphere.domain.user;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.PasswordHash;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /** The user's account, if they have a password of ours; active or not. */
    Optional<Credentials> findCredentials(UserId id);

    /** What everybody may see of these users; those who do not exist are left out. */
    Map<UserId, UserSummary> findSummaries(Collection<UserId> ids);

    /**
     * Active users whose username or display name begins with {@code start}, without regard to case and width, by the order
     * of their username's keys, behind {@code after}, at most {@code limit}. Odd input (U+0000, lone surrogates, any length,
     * {@code %} and {@code _}) is text like any other.
     */
    List<UserSummary> search(String start, Optional<Username> after, int limit);

    /**
     * Changes what a user says about themselves: reads them under a lock, stores what {@code change} makes of them (display
     * name, avatar and bio; the rest is not looked at), and moves the user's revision unless nothing changed.
     *
     * @param change must be pure; what it throws is thrown, and nothing changes then
     * @throws io.chatsphere.domain.error.ChatException.NotFound with {@code USER_NOT_FOUND}
     */
    UpdatedUser update(UserId id, UnaryOperator<User> change);

    /**
     * Gives a local account another password and ends all of its logins except {@code kept}: all or nothing.
     *
     * @return the logins that ended, each with a revision of its own
     * @throws io.chatsphere.domain.error.ChatException.NotFound with {@code USER_NOT_FOUND} if there is no such local account
     */
    List<EndedLogin> changePassword(UserId id, PasswordHash passwordHash, Optional<LoginId> kept, Instant now);

    /** Notes when users were last connected; only ever forward. Moves no revision; unknown users are left out. */
    void seen(Map<UserId, Instant> lastSeen);

    /** How many users there are. */
    long count();
}
