package io.chatsphere.adapter.http.room;

import java.util.List;

/** A page of rooms. */
record RoomsBody(List<RoomBody> rooms) {}
