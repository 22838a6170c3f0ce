package io.chatsphere.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresConfigTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:secret@db.example:5433/chat",
                "postgres://ann:secret@db.example:5433/chat",
                "postgresql+asyncpg://ann:secret@db.example:5433/chat",
                "jdbc:postgresql://ann:secret@db.example:5433/chat",
                "jdbc:postgresql://db.example:5433/chat?user=ann&password=secret",
                "  PostgreSQL://ann:secret@db.example:5433/chat "
            })
    void every_usual_form_of_a_url_means_the_same(String url) {
        PostgresConfig config = PostgresConfig.parse(url);

        assertThat(config.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5433/chat");
        assertThat(config.user()).contains("ann");
        assertThat(config.password()).contains("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://localhost/chat, jdbc:postgresql://localhost/chat",
        "postgresql:///chat, jdbc:postgresql://localhost/chat",
        "'postgresql://[::1]:5432/chat', 'jdbc:postgresql://[::1]:5432/chat'",
        "'postgresql://a:1,b:2/chat', 'jdbc:postgresql://a:1,b:2/chat'",
        "postgresql://h/a%20b%2Fc, jdbc:postgresql://h/a%20b%2Fc",
        "postgresql://h/d?sslmode=require&application_name=x, jdbc:postgresql://h/d?sslmode=require&ApplicationName=x",
        "postgresql+asyncpg://h/d?ssl=verify-full, jdbc:postgresql://h/d?sslmode=verify-full",
        "postgresql://h/d?ssl=true&currentSchema=chat, jdbc:postgresql://h/d?ssl=true&currentSchema=chat"
    })
    void hosts_database_and_options_reach_the_driver(String url, String jdbcUrl) {
        assertThat(PostgresConfig.parse(url).jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(PostgresConfig.parse(url).user()).isEmpty();
        assertThat(PostgresConfig.parse(url).password()).isEmpty();
    }

    @Test
    void user_and_password_are_percent_decoded_and_a_plus_sign_stays() {
        PostgresConfig config = PostgresConfig.parse("postgresql://an%40n:p%3A%2F+%C3%A9%25@h/d");

        assertThat(config.user()).contains("an@n");
        assertThat(config.password()).contains("p:/+é%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chat",
                "mysql://ann:secret@h/d",
                "postgresql://ann:secret@h",
                "postgresql://ann:secret@h/",
                "postgresql://ann:sec/ret@h/d",
                "postgresql://ann:secret@@h/d",
                "postgresql://ann:secret%zz@h/d",
                "postgresql://ann:secret%4@h/d",
                "postgresql://ann:secret%ff@h/d",
                "postgresql://ann:secret@h/d?x"
            })
    void a_bad_url_is_refused_without_being_repeated(String url) {
        assertThatThrownBy(() -> PostgresConfig.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("secret")
                .doesNotContain("sec/ret")
                .endsWith(".");
    }

    @Test
    void it_never_prints_the_password_nor_the_host() {
        PostgresConfig config = PostgresConfig.parse("postgresql://ann:secret@host/d");

        assertThat(config.toString()).doesNotContain("secret").doesNotContain("host/");
        assertThat(config.url().toString()).doesNotContain("secret");
    }

    @Test
    void the_pool_and_the_writers_need_connections() {
        PostgresConfig config = PostgresConfig.parse("postgresql://h/d");

        assertThat(config.withPoolSize(3).withWriters(1))
                .extracting(PostgresConfig::poolSize, PostgresConfig::writers)
                .containsExactly(3, 1);
        assertThatThrownBy(() -> config.withPoolSize(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> config.withWriters(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
