package io.chatsphere.adapter.postgres.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL indexes no text of more than some 2,700 bytes; folding makes keys longer than their names. */
final class LongKeyTest {
    private final UserRepository users = SharedStorage.storage().users();

    /** A phrase of 18 letters in one character, and the squared words: each another one of up to 6 letters. */
    static List<String> names() {
        String words = IntStream.rangeClosed(0x3300, 0x3357)
                .mapToObj(Character::toString)
                .reduce("", String::concat);
        return List.of("\uFDFA".repeat(100), words + "\uFDFA".repeat(12), "𝒜🎈".repeat(50));
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_longest_keys_that_names_can_have_are_found(String displayName) {
        Username username = new Username("\uFDFA".repeat(38) + Fixtures.unique());
        User plain = Fixtures.user(username, Fixtures.email());
        User user = plain.withProfile(new DisplayName(displayName), plain.avatarUrl(), plain.bio());

        new TestChat(SharedStorage.storage()).register(user);

        assertThat(users.search(displayName, Optional.empty(), 10))
                .extracting(UserSummary::id)
                .containsExactly(user.id());
    }
}
