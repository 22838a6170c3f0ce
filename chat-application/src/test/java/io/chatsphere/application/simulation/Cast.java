package io.chatsphere.application.simulation;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.HistoryVisibility;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.Username;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The users and rooms of a simulation: their ids are the same in every run, so that a seed always plays alike. */
public final class Cast {
    private static final RoomDetails DETAILS =
            new RoomDetails("Room", Optional.empty(), Optional.empty(), OptionalInt.empty());

    private Cast() {}

    public static User user(int number) {
        String name = "user" + number;
        return User.local(
                new UserId(new UUID(3, number)),
                new Username(name),
                new Email(name + "@example.com"),
                new DisplayName(name),
                World.NOW);
    }

    public static Room publicRoom(int number, User owner) {
        Slug slug = new Slug("square" + number);
        return Room.open(roomId(number), slug, DETAILS, Optional.of(owner.id()), World.NOW);
    }

    public static Room group(int number, User owner) {
        return Room.group(roomId(number), DETAILS, owner.id(), World.NOW);
    }

    /** The same room, but members may know nothing of what was sent before they joined. */
    public static Room joinedOnly(Room room) {
        return new Room(
                room.id(),
                room.kind(),
                room.slug(),
                room.pair(),
                room.details(),
                HistoryVisibility.JOINED,
                room.createdBy(),
                room.createdAt(),
                room.archivedAt(),
                room.revision());
    }

    public static Room direct(int number, DirectPair pair) {
        return Room.direct(roomId(number), pair, pair.low(), World.NOW);
    }

    private static RoomId roomId(int number) {
        return new RoomId(new UUID(4, number));
    }
}
