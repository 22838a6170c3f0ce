package io.chatsphere.application.room;

import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.AvatarUrl;
import java.time.Instant;
import java.util.Optional;

/**
 * A public room or a group as clients get it: field names in camel case here, in snake case on the wire.
 *
 * @param id the slug of a public room, else its id
 */
public record RoomView(
        String id,
        String name,
        Optional<String> description,
        Optional<String> avatarUrl,
        Optional<Integer> maxMembers,
        Optional<String> createdBy,
        Instant createdAt,
        Optional<Instant> archivedAt) {
    /** The view of a room. */
    public static RoomView of(Room room) {
        return new RoomView(
                room.slug().map(Slug::value).orElseGet(() -> room.id().toString()),
                room.details().name(),
                room.details().description(),
                room.details().avatarUrl().map(AvatarUrl::value),
                room.details().maxMembers().stream().boxed().findFirst(),
                room.createdBy().map(Object::toString),
                room.createdAt(),
                room.archivedAt());
    }
}
