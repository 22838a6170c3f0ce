package io.chatsphere.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.adapter.redis.RedisSettings.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "redis://localhost, localhost:6379, 0, false",
        "redis://localhost/, localhost:6379, 0, false",
        "REDIS://cache.example:7000/12, cache.example:7000, 12, false",
        "rediss://cache.example, cache.example:6379, 0, true",
        "' redis://[::1]:7000/1 ', '[::1]:7000', 1, false",
        "redis://10.0.0.1:7000, 10.0.0.1:7000, 0, false"
    })
    void one_server(String url, String place, int database, boolean tls) {
        RedisSettings settings = RedisSettings.parse(url);

        assertThat(settings.place()).isEqualTo(place);
        assertThat(settings.database()).isEqualTo(database);
        assertThat(settings.tls()).isEqualTo(tls);
        assertThat(settings.primary()).isEmpty();
        assertThat(settings.user()).isEmpty();
        assertThat(settings.password()).isEmpty();
    }

    @Test
    void user_and_password_are_percent_decoded_and_a_plus_sign_stays() {
        RedisSettings settings = RedisSettings.parse("redis://an%40n:p%3A%2F+%C3%A9%25@h/2");

        assertThat(settings.user()).contains("an@n");
        assertThat(settings.password()).contains("p:/+é%");
        assertThat(RedisSettings.parse("redis://:only@h").user()).isEmpty();
        assertThat(RedisSettings.parse("redis://:only@h").password()).contains("only");
    }

    @Test
    void sentinels_and_the_name_of_the_server() {
        RedisSettings settings = RedisSettings.parse("redis+sentinel://ann:secret@a.example,[::1]:26380/chat-1/3");

        assertThat(settings.addresses()).containsExactly(new Address("a.example", 26_379), new Address("::1", 26_380));
        assertThat(settings.primary()).contains("chat-1");
        assertThat(settings.database()).isEqualTo(3);
        assertThat(settings.user()).contains("ann");
        assertThat(settings.place()).isEqualTo("a.example:26379, [::1]:26380");
        assertThat(RedisSettings.parse("redis+sentinel://h/mymaster").database())
                .isZero();
        assertThat(RedisSettings.parse("rediss+sentinel://h/mymaster").tls()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "http://:secret@h",
                "redis://",
                "redis://:secret@",
                "redis://:secret@h:0",
                "redis://:secret@h:65536",
                "redis://:secret@h:x",
                "redis://:secret@h/x",
                "redis://:secret@h/1000",
                "redis://:secret@h/0?ssl=true",
                "redis://:secret@h,i/0",
                "redis://:sec/ret@h",
                "redis://:secret@@h",
                "redis://:secret%zz@h",
                "redis://:secret@::1/0",
                "redis+sentinel://:secret@h",
                "redis+sentinel://:secret@h/0",
                "redis+sentinel://:secret@h,/name",
                "redis+sentinel://:secret@h/name/x"
            })
    void a_bad_url_is_refused_without_being_repeated(String url) {
        assertThatThrownBy(() -> RedisSettings.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret")
                .doesNotContain("sec/ret")
                .doesNotContain("zz")
                .endsWith(".");
    }

    @Test
    void it_never_prints_a_secret() {
        assertThat(RedisSettings.parse("redis://ann:secret@h:7000/2"))
                .asString()
                .isEqualTo("RedisSettings[h:7000, the rest hidden]");
    }
}
