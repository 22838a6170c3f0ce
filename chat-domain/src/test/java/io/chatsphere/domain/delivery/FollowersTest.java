package io.chatsphere.domain.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.delivery.ChangeBus.Following;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FollowersTest {
    private final Followers<String, String> followers = new Followers<>();

    @Test
    void a_key_goes_with_its_last_follower() {
        Following first = followers.follow("key", "a");
        Following second = followers.follow("key", "b");
        first.close();
        assertEquals(Set.of("key"), followers.keys());

        second.close();

        assertEquals(Set.of(), followers.keys());
    }

    @Test
    void followers_are_called_in_the_order_in_which_they_came() {
        List<String> called = new ArrayList<>();
        followers.follow("key", "a");
        followers.follow("key", "b");
        followers.follow("key", "a");

        followers.each("key", called::add);

        assertEquals(List.of("a", "b", "a"), called);
    }

    @Test
    void a_follower_that_fails_keeps_nothing_from_the_others() {
        List<String> called = new ArrayList<>();
        followers.follow("key", "a");
        followers.follow("key", "b");

        followers.each("key", follower -> {
            called.add(follower);
            throw new IllegalStateException("on purpose");
        });

        assertEquals(List.of("a", "b"), called);
    }
}
