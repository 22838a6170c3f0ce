package io.chatsphere.adapter.http.room;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.AddMember;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomRole;
import java.util.Optional;

/**
 * Who is to come in.
 *
 * @param role {@code member} if it is left out
 */
record AddMemberBody(Optional<String> userId, Optional<String> role) {
    AddMember.Command command(Caller caller, RoomAddress room) {
        Fields fields = new Fields();
        Optional<UserId> member = fields.required("user_id", userId, id -> UserId.parse(id, "user_id"));
        Optional<RoomRole> asked = fields.optional(role, RoleBody::parse);
        fields.check();
        return new AddMember.Command(caller, room, member.orElseThrow(), asked.orElse(RoomRole.MEMBER));
    }
}
