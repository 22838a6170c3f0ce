package io.chatsphere.adapter.http.room;

import io.chatsphere.application.room.RoomView;
import java.util.List;

/** A page of rooms. */
record RoomsBody(List<RoomView> rooms) {}
