package io.chatsphere.application.presence;

import io.chatsphere.domain.id.UserId;
import java.util.List;

/**
 * Who is live in a room now: has its view open, or has spoken there on a live connection.
 *
 * @param users at most 200 of them
 * @param stale whether it is as last seen, since the registry does not answer now; nobody if it was not read lately
 */
public record LiveInRoom(int count, List<UserId> users, boolean stale) {
    public LiveInRoom {
        users = List.copyOf(users);
    }
}
