package io.chatsphere.application.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsTest {
    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6,  2001:db8:1:2::1",
        "2001:db8:1:2:3:4:5:6,  2001:0DB8:0001:0002:ffff:ffff:ffff:ffff",
        "fe80::1%eth0,          fe80::2",
        "[2001:db8::1],         2001:db8::2",
        "::1,                   0:0:0:0:0:0:0:1",
        "::ffff:192.0.2.1,      192.0.2.1",
        "::ffff:c000:0201,      192.0.2.1",
    })
    void these_count_as_one(String one, String other) {
        assertThat(Subjects.ofAddress(one)).isEqualTo(Subjects.ofAddress(other));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1,  2001:db8:1:3::1",
        "192.0.2.1,        192.0.2.2",
        "::ffff:192.0.2.1, ::ffff:192.0.2.2",
        "one.example,      two.example",
        "1:2,              1:3",
    })
    void these_count_apart(String one, String other) {
        assertThat(Subjects.ofAddress(one)).isNotEqualTo(Subjects.ofAddress(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "::::", "fe80::1%", "]", "%", "1:2:3:4:5:6:7:8:9", ".:1", "localhost", "\0"})
    void no_name_is_looked_up_and_odd_text_is_a_subject_like_any_other(String odd) {
        assertThat(Subjects.ofAddress(odd)).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void a_subject_is_short_whatever_is_sent() {
        assertThat(Subjects.ofAddress("x".repeat(100_000))).hasSize(64);
        assertThat(Subjects.ofAddress(":".repeat(100_000))).hasSize(64);
        assertThat(Subjects.ofAddress("fe80::1%" + "x".repeat(100_000))).hasSizeLessThanOrEqualTo(64);
    }
}
