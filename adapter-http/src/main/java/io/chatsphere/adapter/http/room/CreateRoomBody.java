package io.chatsphere.adapter.http.room;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.CreateRoom;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.Slug;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a new public room is made of.
 *
 * @param id its slug; the server chooses one when there is none
 */
record CreateRoomBody(
        Optional<String> id, Optional<String> name, Optional<String> description, Optional<Integer> maxMembers) {
    /** Stands for the name while another field is looked at on its own. */
    private static final String SOME_NAME = "-";

    CreateRoom.Command command(Caller caller) {
        Fields fields = new Fields();
        Optional<Slug> slug = fields.optional(id, Slug::new);
        fields.required("name", name, text -> details(text, Optional.empty(), OptionalInt.empty()));
        fields.optional(description, text -> details(SOME_NAME, Optional.of(text), OptionalInt.empty()));
        fields.optional(maxMembers, number -> details(SOME_NAME, Optional.empty(), OptionalInt.of(number)));
        fields.check();
        OptionalInt greatest = maxMembers.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        return new CreateRoom.Command(caller, slug, details(name.orElseThrow(), description, greatest));
    }

    private static RoomDetails details(String name, Optional<String> description, OptionalInt maxMembers) {
        return new RoomDetails(name, description, Optional.empty(), maxMembers);
    }
}
