package io.chatsphere.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.delivery.ChangeBus.Following;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowersTest {
    private final Followers<String, String> followers = new Followers<>();

    @Test
    void a_key_goes_with_its_last_follower() {
        Following first = followers.follow("key", "a");
        Following second = followers.follow("key", "b");
        first.close();
        assertThat(followers.keys()).isEqualTo(1);

        second.close();

        assertThat(followers.keys()).isZero();
    }

    @Test
    void followers_are_called_in_the_order_in_which_they_came() {
        List<String> called = new ArrayList<>();
        followers.follow("key", "a");
        followers.follow("key", "b");
        followers.follow("key", "a");

        followers.each("key", called::add);

        assertThat(called).containsExactly("a", "b", "a");
    }
}
