package io.chatsphere.domain.presence;

import io.chatsphere.domain.id.UserId;
import java.util.List;

/**
 * How many are there, and some of them.
 *
 * @param count of all of them
 * @param users in the order that was asked for
 */
public record Present(int count, List<UserId> users) {
    public Present {
        users = List.copyOf(users);
    }
}
