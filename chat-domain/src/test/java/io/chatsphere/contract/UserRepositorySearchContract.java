package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How a {@link UserRepository} finds users by the start of a name, and many at once. Extend it, and return the store to be
 * proved from {@link #storage()}; it may hold anything.
 */
@ContractOf(UserRepository.class)
public abstract class UserRepositorySearchContract {
    private static final int MANY = 100;

    /** In every name of one test and of no other. */
    private final String mark = unique();

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_user_is_found_by_the_start_of_either_name() {
        User user = user("u" + mark, "Name of " + mark);

        assertEquals(List.of(user.summary()), search("u" + mark));
        assertEquals(List.of(user.summary()), search("u" + mark.substring(0, 11)));
        assertEquals(List.of(user.summary()), search("Name of " + mark.substring(0, 11)));
    }

    @Test
    void what_stands_further_in_is_not_found() {
        user("u" + mark, "Name of " + mark);

        assertEquals(List.of(), search(mark));
        assertEquals(List.of(), search("u" + mark + "u"));
    }

    @Test
    void neither_case_nor_width_matters() {
        User user = user("Łu" + mark, "ÄRGER " + mark);

        assertEquals(List.of(user.summary()), search("łU" + mark.toUpperCase(Locale.ROOT)));
        assertEquals(List.of(user.summary()), search("Ł\uFF35" + mark));
        assertEquals(List.of(user.summary()), search("ärger " + mark));
        assertEquals(List.of(user.summary()), search("A\u0308rger " + mark));
    }

    @Test
    void names_of_any_script_are_found() {
        User user = user("张" + mark + "丰", "大" + mark + "厅");

        assertEquals(List.of(user.summary()), search("张" + mark));
        assertEquals(List.of(user.summary()), search("大" + mark + "厅"));
        assertEquals(List.of(), search("丰" + mark));
    }

    @Test
    void a_user_who_matches_twice_is_found_once() {
        User user = user(mark, mark);

        assertEquals(List.of(user.summary()), search(mark));
    }

    @Test
    void signs_that_databases_match_by_are_text_like_any_other() {
        User user = user("u" + mark, mark + " 100%_\\'");
        user("v" + mark, mark + " 100XX");

        assertEquals(List.of(user.summary()), search(mark + " 100%_\\'"));
        for (String sign : List.of("%", "_", "\\", "'", "*", "?", "\0", "\uD800", "\uDFFF")) {
            assertEquals(List.of(), search(mark + sign), sign);
        }
        for (String odd : List.of("\0", "\uD800", "\uDC00a", "' OR 1=1 --", "x".repeat(100_000))) {
            assertEquals(List.of(), search(odd));
        }
    }

    @Test
    void users_come_in_the_order_of_their_names_keys_whatever_matched() {
        User second = user(mark + "b", "Name");
        User third = user("Z" + mark, mark);
        User first = user(mark + "A", "Name");

        assertEquals(summaries(first, second, third), search(mark));
    }

    @Test
    void keys_are_ordered_by_their_code_points() {
        User compatible = user(mark + "\uFA0E", "Name");
        User rare = user(mark + "\uD842\uDFB7", "Name");
        User common = user(mark + "中", "Name");

        assertEquals(summaries(common, compatible, rare), search(mark));
    }

    @Test
    void pages_together_hold_everybody_once() {
        List<UserSummary> all = new ArrayList<>();
        for (char letter = 'a'; letter <= 'g'; letter++) {
            boolean byUsername = letter % 2 == 0;
            all.add(user((byUsername ? mark : "z" + mark) + letter, byUsername ? "Name" : mark)
                    .summary());
        }
        all.sort(Comparator.comparing(user -> user.username().key()));

        List<UserSummary> seen = new ArrayList<>(search(mark, Optional.empty(), 3));
        while (seen.size() < all.size()) {
            seen.addAll(search(mark, Optional.of(seen.getLast().username()), 3));
        }

        assertEquals(all, seen);
        assertEquals(List.of(), search(mark, Optional.of(seen.getLast().username()), 3));
    }

    @Test
    void a_page_starts_behind_a_name_that_nobody_has_too() {
        user(mark + "a", "Name");
        User last = user(mark + "c", "Name");

        assertEquals(List.of(last.summary()), search(mark, Optional.of(new Username(mark + "B")), 10));
    }

    @Test
    void who_is_not_active_is_not_found() {
        chat().register(Fixtures.disabled(Fixtures.user(new Username("u" + mark), Fixtures.email())));

        assertEquals(List.of(), search("u" + mark));
    }

    @Test
    void users_of_a_host_application_are_found() {
        User user = users().ensure(Fixtures.hosted(new Username("u" + mark)), List.of());

        assertEquals(List.of(user.summary()), search("u" + mark));
    }

    @Test
    void a_new_name_is_found_and_the_old_one_is_not() {
        User user = user("u" + mark, "Old " + mark);
        DisplayName name = new DisplayName("New " + mark);

        users().update(user.id(), old -> old.withProfile(name, old.avatarUrl(), old.bio()));

        assertEquals(List.of(), search("old " + mark));
        assertEquals(1, search("new " + mark).size());
    }

    @Test
    void the_empty_start_finds_everybody() {
        User first = user(mark + "a", "Name");
        User second = user(mark + "b", "Name");

        assertEquals(List.of(second.summary()), search("", Optional.of(first.username()), 1));
    }

    @Test
    void summaries_are_found_of_all_who_exist() {
        User active = chat().member();
        User disabled = chat().register(Fixtures.disabled(Fixtures.user()));
        List<UserId> asked = List.of(active.id(), Fixtures.userId(), disabled.id(), active.id());

        assertEquals(
                Map.of(active.id(), active.summary(), disabled.id(), disabled.summary()), users().findSummaries(asked));
        assertEquals(Map.of(), users().findSummaries(List.of()));
    }

    @Test
    void every_new_user_counts() {
        long before = users().count();

        chat().member();
        chat().register(Fixtures.disabled(Fixtures.user()));
        users().ensure(Fixtures.hosted(), List.of());

        assertEquals(before + 3, users().count());
    }

    private User user(String username, String displayName) {
        User plain = Fixtures.user(new Username(username), Fixtures.email());
        return chat().register(plain.withProfile(new DisplayName(displayName), plain.avatarUrl(), plain.bio()));
    }

    private static List<UserSummary> summaries(User... users) {
        return List.of(users).stream().map(User::summary).toList();
    }

    private List<UserSummary> search(String start) {
        return search(start, Optional.empty(), MANY);
    }

    private List<UserSummary> search(String start, Optional<Username> after, int limit) {
        return users().search(start, after, limit);
    }

    private UserRepository users() {
        return storage().users();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
