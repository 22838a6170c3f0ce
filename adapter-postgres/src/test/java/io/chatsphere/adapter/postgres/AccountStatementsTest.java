package io.chatsphere.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements accounts take: as many for much as for little. */
final class AccountStatementsTest {
    private static final int MANY = 20;

    private final TestDatabase database = TestDatabase.fresh();
    private final CountingSource source = CountingSource.over(database.config());
    private final PostgresStorage postgres = new PostgresStorage(source.counted());
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
    void what_a_request_asks_of_its_login_is_one_statement() {
        NewLogin login = opened(chat.member());

        assertThat(source.statementsOf(() -> logins.findActive(login.login().id(), Fixtures.NOW)))
                .isEqualTo(1);
    }

    @Test
    void many_summaries_take_one_statement() {
        List<UserId> ids = members(MANY);

        assertThat(source.statementsOf(
                        () -> assertThat(users.findSummaries(ids)).hasSize(MANY)))
                .isEqualTo(1);
        assertThat(source.statementsOf(() -> users.findSummaries(List.of()))).isZero();
    }

    @Test
    void a_search_takes_one_statement() {
        members(MANY);

        assertThat(source.statementsOf(() -> assertThat(users.search("name of", Optional.empty(), MANY))
                        .hasSize(MANY)))
                .isEqualTo(1);
    }

    @Test
    void many_who_were_seen_take_one_statement() {
        Map<UserId, Instant> seen = new HashMap<>();
        members(MANY).forEach(id -> seen.put(id, Fixtures.LATER));

        assertThat(source.statementsOf(() -> users.seen(seen))).isEqualTo(1);
        assertThat(source.statementsOf(() -> users.seen(Map.of()))).isZero();
        assertThat(seen.keySet()).allMatch(id -> lastSeen(id).equals(Optional.of(Fixtures.LATER)));
    }

    @Test
    void a_changed_password_ends_many_logins_with_four_statements() {
        User user = chat.member();
        IntStream.range(0, MANY).forEach(i -> opened(user));

        assertThat(source.statementsOf(
                        () -> assertThat(users.changePassword(user.id(), Fixtures.HASH, Optional.empty(), Fixtures.NOW))
                                .hasSize(MANY + 1)))
                .isEqualTo(4);
    }

    @Test
    void a_renewal_takes_three_statements_and_finding_that_one_came_too_late_two() {
        NewLogin login = opened(chat.member());
        NewLogin next = Fixtures.login(login.login().user());
        Runnable renew = () -> logins.renew(login.refreshToken(), next.refreshToken(), Fixtures.NOW, Fixtures.LATER);

        assertThat(source.statementsOf(renew)).isEqualTo(3);
        assertThat(source.statementsOf(renew)).isEqualTo(2);
    }

    @Test
    void changes_of_a_user_are_one_statement_for_each_table_and_one_when_there_are_none() {
        User user = chat.member(chat.publicRoom());
        users.changePassword(user.id(), Fixtures.HASH, Optional.empty(), Fixtures.NOW);

        assertThat(source.statementsOf(() -> changes(user, 0, 2))).isEqualTo(4);
        assertThat(source.statementsOf(() -> changes(user, 2, 0))).isEqualTo(1);
    }

    private void changes(User user, long after, int expected) {
        assertThat(postgres.storage()
                        .changes()
                        .userSince(user.id(), new Revision(after))
                        .changes())
                .hasSize(expected);
    }

    private NewLogin opened(User user) {
        NewLogin login = Fixtures.login(user.id());
        logins.open(login);
        return login;
    }

    private List<UserId> members(int count) {
        return IntStream.range(0, count).mapToObj(i -> chat.member().id()).toList();
    }

    private Optional<Instant> lastSeen(UserId id) {
        return users.find(id).orElseThrow().lastSeen();
    }
}
