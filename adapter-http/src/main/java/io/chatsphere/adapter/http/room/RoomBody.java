package io.chatsphere.adapter.http.room;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chatsphere.application.room.RoomView;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomKind;

/**
 * A public room or a group.
 *
 * @param onlineCount how many are live in it now
 */
record RoomBody(@JsonUnwrapped RoomView room, boolean isPublic, int onlineCount) {
    static RoomBody of(Room room, int onlineCount) {
        return new RoomBody(RoomView.of(room), room.kind() == RoomKind.PUBLIC, onlineCount);
    }
}
