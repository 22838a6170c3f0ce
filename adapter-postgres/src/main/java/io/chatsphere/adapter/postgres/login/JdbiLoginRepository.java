package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.Database;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.NewLogin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Keeps logins in PostgreSQL. */
public final class JdbiLoginRepository implements LoginRepository {
    private final Database database;

    public JdbiLoginRepository(Database database) {
        this.database = database;
    }

    @Override
    public void open(NewLogin login) {
        database.write(handle -> {
            Logins.insert(handle, login);
            return login;
        });
    }

    @Override
    public Optional<Login> findActive(LoginId id, Instant now) {
        return database.read(handle -> handle.createQuery("""
                        SELECT l.id, l.user_id, l.device, l.address, l.created_at, l.expires_at
                        FROM logins l JOIN users u ON u.id = l.user_id
                        WHERE l.id = :id AND l.ended_at IS NULL AND l.expires_at > :now AND u.is_active
                        """)
                .bind("id", id.value())
                .bind("now", Columns.time(now))
                .map(JdbiLoginRepository::login)
                .findOne());
    }

    private static Login login(ResultSet row, StatementContext context) throws SQLException {
        return new Login(
                new LoginId(Columns.uuid(row, "id")),
                new UserId(Columns.uuid(row, "user_id")),
                row.getString("device"),
                row.getString("address"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"));
    }
}
