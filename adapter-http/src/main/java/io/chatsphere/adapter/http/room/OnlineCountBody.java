package io.chatsphere.adapter.http.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chatsphere.application.presence.LiveInRoom;
import io.chatsphere.domain.id.UserId;
import java.util.List;

/**
 * Who is live in a room now.
 *
 * @param onlineUsers ids; at most 200 of them
 * @param stale whether it is as last seen; left out where it is not
 */
record OnlineCountBody(
        String roomId,
        int onlineCount,
        List<String> onlineUsers,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean stale) {
    static OnlineCountBody of(String roomId, LiveInRoom live) {
        return new OnlineCountBody(
                roomId,
                live.count(),
                live.users().stream().map(UserId::toString).toList(),
                live.stale());
    }
}
