package io.chatsphere.adapter.postgres.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.postgres.Tasks;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.Renewal;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logins and users that several transactions change at once. */
final class LoginLocksTest {
    private static final Instant LONG_AFTER = Fixtures.NOW.plus(LoginRepository.RACE);

    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresStorage postgres = new PostgresStorage(database.config());
    private final TestChat chat = new TestChat(postgres.storage());
    private final UserRepository users = postgres.storage().users();
    private final LoginRepository logins = postgres.storage().logins();

    @BeforeEach
    void open() {
        postgres.open();
    }

    @AfterEach
    void close() {
        postgres.close();
        database.close();
    }

    @Test
    void a_renewal_that_waited_for_the_end_of_its_login_is_refused() throws SQLException {
        NewLogin login = opened(chat.member());

        try (Tasks tasks = new Tasks();
                Connection other = database.connect()) {
            other.setAutoCommit(false);
            run(
                    other,
                    "UPDATE logins SET ended_at = now() WHERE id = '"
                            + login.login().id() + "'");
            Future<Renewal> renewal = tasks.start(() -> renew(login, Fixtures.NOW));
            awaitOneWaiting();
            other.commit();

            assertThat(Tasks.result(renewal)).isEqualTo(new Renewal.Refused());
        }
    }

    @Test
    void a_renewal_that_waited_for_another_one_has_come_too_late() throws SQLException {
        NewLogin login = opened(chat.member());

        try (Tasks tasks = new Tasks();
                Connection other = database.connect()) {
            other.setAutoCommit(false);
            run(other, "SELECT 1 FROM logins WHERE id = '" + login.login().id() + "' FOR NO KEY UPDATE");
            run(
                    other,
                    "UPDATE refresh_tokens SET used_at = '" + Fixtures.NOW + "' WHERE family = '"
                            + login.login().id() + "'");
            Future<Renewal> renewal = tasks.start(() -> renew(login, Fixtures.NOW));
            awaitOneWaiting();
            other.commit();

            assertThat(Tasks.result(renewal)).isEqualTo(new Renewal.Raced());
        }
    }

    @Test
    void of_parallel_late_uses_of_one_token_exactly_one_ends_the_login() {
        NewLogin login = opened(chat.member());
        renew(login, Fixtures.NOW);

        List<Renewal> renewals = Tasks.parallel(20, i -> renew(login, LONG_AFTER));

        EndedLogin ended = new EndedLogin(login.login().id(), login.login().user(), new Revision(1));
        assertThat(renewals).containsOnlyOnce(new Renewal.Reused(ended));
        assertThat(renewals.stream().filter(new Renewal.Refused()::equals)).hasSize(19);
    }

    @Test
    void logins_that_end_in_all_ways_at_once_have_one_revision_each() {
        User user = chat.member();
        List<NewLogin> opened =
                IntStream.range(0, 12).mapToObj(i -> opened(user)).toList();
        opened.forEach(login -> renew(login, Fixtures.NOW));

        List<List<EndedLogin>> ended = Tasks.parallel(opened.size(), i -> end(opened.get(i), i));

        // With the one that registering has opened.
        assertThat(ended.stream()
                        .flatMap(List::stream)
                        .map(login -> login.revision().value()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, opened.size() + 1).boxed().toList());
        assertThat(logins.listActive(user.id(), Fixtures.NOW)).isEmpty();
    }

    @Test
    void many_who_are_seen_on_several_nodes_at_once_never_wait_in_a_circle() {
        List<UserId> ids =
                IntStream.range(0, 30).mapToObj(i -> chat.member().id()).toList();

        Tasks.parallel(8, i -> {
            Map<UserId, Instant> seen = new LinkedHashMap<>();
            (i % 2 == 0 ? ids : ids.reversed()).forEach(id -> seen.put(id, Fixtures.NOW.plusSeconds(i)));
            users.seen(seen);
            return i;
        });

        assertThat(ids)
                .allMatch(
                        id -> users.find(id).orElseThrow().lastSeen().equals(Optional.of(Fixtures.NOW.plusSeconds(7))));
    }

    @Test
    void more_than_one_batch_is_purged() throws SQLException {
        NewLogin login = opened(chat.member());
        database.execute("INSERT INTO ws_tickets (hash, login_id, expires_at) SELECT decode(md5(i::text), 'hex'), '"
                + login.login().id() + "', '" + Fixtures.NOW + "' FROM generate_series(1, 2500) i");

        logins.purge(Fixtures.NOW);
        assertThat(number("SELECT count(*) FROM ws_tickets")).isEqualTo(2500);
        logins.purge(Fixtures.NOW.plusMillis(1));
        assertThat(number("SELECT count(*) FROM ws_tickets")).isZero();
    }

    private List<EndedLogin> end(NewLogin login, int way) {
        return switch (way % 3) {
            case 0 ->
                logins.end(login.login().id(), login.login().user(), Fixtures.NOW).stream()
                        .toList();
            case 1 -> renew(login, LONG_AFTER) instanceof Renewal.Reused reused ? List.of(reused.ended()) : List.of();
            default -> users.changePassword(login.login().user(), Fixtures.HASH, Optional.empty(), Fixtures.NOW);
        };
    }

    private Renewal renew(NewLogin login, Instant now) {
        NewLogin next = Fixtures.login(login.login().user());
        return logins.renew(login.refreshToken(), next.refreshToken(), now, Fixtures.LATER);
    }

    private NewLogin opened(User user) {
        NewLogin login = Fixtures.login(user.id());
        logins.open(login);
        return login;
    }

    private void awaitOneWaiting() {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(10))
                .until(() -> number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND wait_event_type = 'Lock'")
                        == 1);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
