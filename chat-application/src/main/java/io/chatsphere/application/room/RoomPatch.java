package io.chatsphere.application.room;

import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.user.AvatarUrl;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What of a room's details is to change: what is empty stays; an inner empty takes the value away.
 */
public record RoomPatch(
        Optional<String> name,
        Optional<Optional<String>> description,
        Optional<Optional<AvatarUrl>> avatarUrl,
        Optional<OptionalInt> maxMembers) {
    /** What {@code room} says about itself then; a room that cannot be like that is refused. */
    RoomDetails applyTo(Room room) {
        RoomDetails details = room.details();
        RoomDetails patched = new RoomDetails(
                name.orElse(details.name()),
                description.orElse(details.description()),
                avatarUrl.orElse(details.avatarUrl()),
                maxMembers.orElse(details.maxMembers()));
        return room.described(patched).details();
    }
}
