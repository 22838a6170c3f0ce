package io.chatsphere.adapter.postgres.user;

import io.chatsphere.adapter.postgres.login.Logins;
import io.chatsphere.adapter.postgres.room.LockedRoom;
import io.chatsphere.adapter.postgres.room.Memberships;
import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.Database;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.user.Credentials;
import io.chatsphere.domain.user.Handles;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import java.util.List;
import java.util.Optional;
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
                        FROM users
                        WHERE (email_key = :key OR username_key = :key) AND provider = :local AND password_hash IS NOT NULL
                        ORDER BY email_key IS NOT DISTINCT FROM :key DESC
                        LIMIT 1
                        """)
                .bind("key", key)
                .bind("local", User.LOCAL)
                .map(UserRows::credentials)
                .findOne());
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
