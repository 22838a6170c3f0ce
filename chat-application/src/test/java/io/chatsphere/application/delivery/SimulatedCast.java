package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
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
final class SimulatedCast {
    private static final RoomDetails DETAILS =
            new RoomDetails("Room", Optional.empty(), Optional.empty(), OptionalInt.empty());

    private SimulatedCast() {}

    static User user(int number) {
        String name = "user" + number;
        return User.local(
                new UserId(new UUID(3, number)),
                new Username(name),
                new Email(name + "@example.com"),
                new DisplayName(name),
                FeedFixture.NOW);
    }

    static Room publicRoom(int number, User owner) {
        return Room.open(roomId(number), new Slug("square"), DETAILS, Optional.of(owner.id()), FeedFixture.NOW);
    }

    static Room group(int number, User owner) {
        return Room.group(roomId(number), DETAILS, owner.id(), FeedFixture.NOW);
    }

    static Room direct(int number, DirectPair pair) {
        return Room.direct(roomId(number), pair, pair.low(), FeedFixture.NOW);
    }

    private static RoomId roomId(int number) {
        return new RoomId(new UUID(4, number));
    }
}
