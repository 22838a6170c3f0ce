package io.chatsphere.application.presence;

import io.chatsphere.domain.id.UserId;
import java.util.List;

/**
 * Who is live in a room now: has its view open, or has spoken there on a live connection.
 *
 * @param users at most 200 of them
 */
public record LiveInRoom(int count, List<UserId> users) {
    public LiveInRoom {
        users = List.copyOf(users);
    }
}
