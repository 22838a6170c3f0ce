package io.chatsphere.adapter.postgres.user;

import io.chatsphere.adapter.postgres.login.Logins;
import io.chatsphere.adapter.postgres.room.LockedRoom;
import io.chatsphere.adapter.postgres.room.Memberships;
import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.Database;
import io.chatsphere.adapter.postgres.sql.Summaries;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.user.Credentials;
import io.chatsphere.domain.user.Handles;
import io.chatsphere.domain.user.UpdatedUser;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Keeps users in PostgreSQL. */
public final class JdbiUserRepository implements UserRepository {
    private final Database database;

    public JdbiUserRepository(Database database) {
        this.database = database;
    }

    @Override
    public void register(User user, PasswordHash passwordHash, List<RoomId> rooms, NewLogin login) {
        database.write(handle -> {
            List<LockedRoom> locked = Memberships.lockPublic(handle, rooms);
            if (!NewUsers.insert(handle, user, Optional.of(passwordHash))) {
                throw NewUsers.conflict(handle, user);
            }
            Memberships.add(handle, locked, user.id(), user.createdAt());
            Logins.insert(handle, login);
            return user;
        });
    }

    @Override
    public User ensure(User user, List<RoomId> rooms) {
        return find(user.id()).orElseGet(() -> database.write(handle -> add(handle, user, rooms)));
    }

    @Override
    public Optional<User> find(UserId id) {
        return database.read(handle -> find(handle, id));
    }

    @Override
    public Optional<Credentials> findCredentials(String handle) {
        if (!Columns.isText(handle)) {
            return Optional.empty();
        }
        String key = Handles.key(handle);
        return database.read(connection -> connection
                .createQuery("SELECT password_hash," + UserRows.COLUMNS + """
                        FROM users WHERE id = coalesce(
                            (SELECT id FROM users
                                WHERE email_key = :key AND provider = :local AND password_hash IS NOT NULL),
                            (SELECT id FROM users
                                WHERE username_key = :key AND provider = :local AND password_hash IS NOT NULL))
                        """)
                .bind("key", key)
                .bind("local", User.LOCAL)
                .map(UserRows::credentials)
                .findOne());
    }

    @Override
    public Optional<Credentials> findCredentials(UserId id) {
        return database.read(handle -> handle.createQuery("SELECT password_hash," + UserRows.COLUMNS
                        + "FROM users WHERE id = :id AND provider = :local AND password_hash IS NOT NULL")
                .bind("id", id.value())
                .bind("local", User.LOCAL)
                .map(UserRows::credentials)
                .findOne());
    }

    @Override
    public Map<UserId, UserSummary> findSummaries(Collection<UserId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle.createQuery(
                        "SELECT" + Summaries.COLUMNS + "FROM users u WHERE u.id = ANY (:ids) ORDER BY u.id")
                .bind("ids", Columns.uuids(ids, UserId::value))
                .map((row, context) -> Summaries.read(row))
                .collect(Collectors.toMap(UserSummary::id, Function.identity())));
    }

    @Override
    public List<UserSummary> search(String start, Optional<Username> after, int limit) {
        return database.read(handle -> UserSearch.run(handle, start, after, limit));
    }

    @Override
    public UpdatedUser update(UserId id, UnaryOperator<User> change) {
        return database.write(handle -> UserUpdates.profile(handle, id, change));
    }

    @Override
    public List<EndedLogin> changePassword(UserId id, PasswordHash passwordHash, Optional<LoginId> kept, Instant now) {
        return database.write(handle -> UserUpdates.password(handle, id, passwordHash, kept, now));
    }

    @Override
    public void seen(Map<UserId, Instant> lastSeen) {
        if (!lastSeen.isEmpty()) {
            database.write(handle -> UserUpdates.seen(handle, lastSeen));
        }
    }

    @Override
    public long count() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM users")
                .mapTo(Long.class)
                .one());
    }

    private static User add(Handle handle, User user, List<RoomId> rooms) {
        List<LockedRoom> locked = Memberships.lockPublic(handle, rooms);
        if (NewUsers.insert(handle, user, Optional.empty())) {
            Memberships.add(handle, locked, user.id(), user.createdAt());
            return find(handle, user.id()).orElseThrow();
        }
        return find(handle, user.id()).orElseThrow(() -> NewUsers.conflict(handle, user));
    }

    private static Optional<User> find(Handle handle, UserId id) {
        return handle.createQuery("SELECT" + UserRows.COLUMNS + "FROM users WHERE id = :id")
                .bind("id", id.value())
                .map(UserRows::user)
                .findOne();
    }
}
