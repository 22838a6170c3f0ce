package io.chatsphere.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that an earlier version has filled. */
final class UpgradeTest {
    private final TestDatabase database = TestDatabase.empty();
    private final PostgresStorage postgres = new PostgresStorage(database.config());

    @BeforeEach
    void make_the_first_version() {
        PostgresConfig config = database.config();
        Flyway.configure()
                .dataSource(
                        config.jdbcUrl(),
                        config.user().orElse(null),
                        config.password().orElse(null))
                .locations("classpath:io/chatsphere/adapter/postgres/migration")
                .table("chatsphere_schema_history")
                .target("1")
                .load()
                .migrate();
    }

    @AfterEach
    void close() {
        postgres.close();
        database.close();
    }

    @Test
    void users_of_an_earlier_version_are_found_by_their_names_and_sign_in() {
        add("Ann Smith", "ann", "ann");
        add("ＢＯＢ", "user2", "user2");
        add("Name", "Οδυσσευς", "οδυσσευς");

        postgres.migrate();
        postgres.open();

        assertThat(found("ann s")).containsExactly("ann");
        assertThat(found("bob")).containsExactly("user2");
        assertThat(found("ΟΔΥΣ")).containsExactly("Οδυσσευς");
        assertThat(users().findCredentials("ΟΔΥΣΣΕΥΣ")).isPresent();
    }

    @Test
    void a_name_is_changed_as_a_new_one_is() {
        add("Ann", "ann", "ann");
        postgres.migrate();
        postgres.open();
        User ann = users().findCredentials("ann").orElseThrow().user();

        users().update(ann.id(), user -> user.withProfile(new DisplayName("ÄNNE"), user.avatarUrl(), user.bio()));

        assertThat(found("änn")).containsExactly("ann");
    }

    private void add(String displayName, String username, String key) {
        database.execute("WITH added AS (INSERT INTO users"
                + " (id, username, username_key, display_name, password_hash, provider, is_active, created_at) VALUES ('"
                + Fixtures.userId() + "', '" + username + "', '" + key + "', '" + displayName
                + "', 'hash', 'local', true, now()) RETURNING id)"
                + " INSERT INTO user_counters (user_id) SELECT id FROM added");
    }

    private List<String> found(String start) {
        return users().search(start, Optional.empty(), 10).stream()
                .map(UserSummary::username)
                .map(Username::value)
                .toList();
    }

    private UserRepository users() {
        return postgres.storage().users();
    }
}
