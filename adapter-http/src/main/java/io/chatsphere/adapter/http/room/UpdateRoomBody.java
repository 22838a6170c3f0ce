package io.chatsphere.adapter.http.room;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.application.room.RoomPatch;
import io.chatsphere.domain.user.AvatarUrl;
import java.util.Optional;
import java.util.OptionalInt;

/** What of a room is to change: a field that is left out stays, {@code null} takes its value away. */
record UpdateRoomBody(
        Optional<String> name,
        Optional<Optional<String>> description,
        Optional<Optional<String>> avatarUrl,
        Optional<Optional<Integer>> maxMembers) {
    RoomPatch patch() {
        Fields fields = new Fields();
        Optional<String> title = fields.optional(name, Details::name);
        RoomPatch patch = new RoomPatch(
                title,
                fields.clearable(description, Details::description),
                fields.clearable(avatarUrl, AvatarUrl::new),
                fields.clearable(maxMembers, Details::maxMembers).map(most -> most.orElse(OptionalInt.empty())));
        fields.check();
        return patch;
    }
}
