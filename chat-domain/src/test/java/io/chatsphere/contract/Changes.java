package io.chatsphere.contract;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.HistoryVisibility;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.util.Optional;
import java.util.OptionalInt;

/** Changes that no store has made: two with one id and revision are equal. */
final class Changes {
    private Changes() {}

    static RoomChange of(RoomId id, long revision) {
        return new RoomChange.OfDetails(new Room(
                id,
                RoomKind.PUBLIC,
                Optional.of(new Slug("room")),
                Optional.empty(),
                new RoomDetails("Room", Optional.empty(), Optional.empty(), OptionalInt.empty()),
                HistoryVisibility.ALL,
                Optional.empty(),
                Fixtures.NOW,
                Optional.empty(),
                new Revision(revision)));
    }

    static UserChange of(UserId id, long revision) {
        DisplayName name = new DisplayName("Somebody");
        UserSummary profile = new UserSummary(id, new Username("somebody"), name, Optional.empty());
        return new UserChange.OfProfile(profile, new Revision(revision));
    }
}
