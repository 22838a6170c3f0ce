package io.chatsphere.adapter.http.room;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.domain.id.UserId;
import java.util.Optional;

/** Who is to own a room. */
record TransferBody(Optional<String> userId) {
    UserId owner() {
        Fields fields = new Fields();
        Optional<UserId> owner = fields.required("user_id", userId, id -> UserId.parse(id, "user_id"));
        fields.check();
        return owner.orElseThrow();
    }
}
