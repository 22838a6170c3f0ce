package io.chatsphere.adapter.http.room;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.room.RoomDetails;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a room is to say about itself, field by field. */
final class Details {
    /** Stands for the name while another field is looked at on its own. */
    private static final String SOME_NAME = "-";

    private Details() {}

    static String name(String text) {
        String name = new RoomDetails(text, Optional.empty(), Optional.empty(), OptionalInt.empty()).name();
        if (name.isEmpty()) {
            throw new ChatException.Invalid(ErrorCode.ROOM_NAME_INVALID, "name", 1L, 100L);
        }
        return name;
    }

    static String description(String text) {
        return new RoomDetails(SOME_NAME, Optional.of(text), Optional.empty(), OptionalInt.empty())
                .description()
                .orElseThrow();
    }

    static OptionalInt maxMembers(int number) {
        return new RoomDetails(SOME_NAME, Optional.empty(), Optional.empty(), OptionalInt.of(number)).maxMembers();
    }
}
