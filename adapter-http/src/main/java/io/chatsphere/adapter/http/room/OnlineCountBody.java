package io.chatsphere.adapter.http.room;

import io.chatsphere.application.presence.LiveInRoom;
import io.chatsphere.domain.id.UserId;
import java.util.List;

/**
 * Who is live in a room now.
 *
 * @param onlineUsers ids; at most 200 of them
 */
record OnlineCountBody(String roomId, int onlineCount, List<String> onlineUsers) {
    static OnlineCountBody of(String roomId, LiveInRoom live) {
        return new OnlineCountBody(
                roomId,
                live.count(),
                live.users().stream().map(UserId::toString).toList());
    }
}
