package io.chatsphere.application.memory.data;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.delivery.UserChanges;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import java.util.List;

/** Makes changes of the rows that changed, as they are now. */
public final class ChangeReader {
    private final ChatData data;

    public ChangeReader(ChatData data) {
        this.data = data;
    }

    /** A room's changes behind a revision, at most {@code limit}. */
    public RoomChanges stretch(StoredRoom room, Revision after, int limit) {
        List<RoomRow> rows = room.changes().behind(after).limit(limit + 1L).toList();
        List<RoomChange> changes =
                rows.stream().limit(limit).map(row -> change(room, row)).toList();
        boolean complete = rows.size() <= limit;
        Revision upTo = complete ? room.changes().head() : changes.getLast().revision();
        return new RoomChanges(changes, upTo, complete);
    }

    /** All of a user's changes behind a revision. */
    public UserChanges stretch(StoredUser user, Revision after) {
        List<UserChange> changes =
                user.changes().behind(after).map(row -> change(user, row)).toList();
        return new UserChanges(changes, user.changes().head());
    }

    private RoomChange change(StoredRoom room, RoomRow row) {
        return switch (row) {
            case RoomRow.OfDetails details -> new RoomChange.OfDetails(room.room());
            case RoomRow.OfMember(UserId user) ->
                new RoomChange.OfMembership(
                        room.members().find(user).orElseThrow().membership(), data.summary(user));
            case RoomRow.OfMessage message ->
                new RoomChange.OfMessage(
                        data.current(room.messages().at(message.position().value())));
        };
    }

    private UserChange change(StoredUser user, UserRow row) {
        return switch (row) {
            case UserRow.OfProfile profile ->
                new UserChange.OfProfile(user.user().summary(), user.profileRevision());
            case UserRow.OfMembership membership ->
                new UserChange.OfMembership(user.membership(membership.room()).orElseThrow());
            case UserRow.OfPreferences preferences ->
                new UserChange.OfPreferences(user.preferences(preferences.room()));
            case UserRow.OfLogin ended ->
                new UserChange.OfLoginEnd(data.logins()
                        .find(ended.login())
                        .flatMap(StoredLogin::ended)
                        .orElseThrow()
                        .change());
        };
    }
}
