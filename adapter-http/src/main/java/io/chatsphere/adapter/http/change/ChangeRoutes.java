package io.chatsphere.adapter.http.change;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.QueryParams;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.delivery.ReadChanges;
import io.chatsphere.application.delivery.RoomCursor;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.room.RoomAddress;
import io.javalin.http.Context;

/** Reads what changed in a chat: as a resume on a live connection, for clients that have none. */
public final class ChangeRoutes implements Feature {
    private static final int DEFAULT_LIMIT = 200;

    private final ReadChanges changes;

    public ChangeRoutes(ReadChanges changes) {
        this.changes = changes;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(Access.SIGNED_IN, this::read, "/api/v1/changes/{chat_type}/{chat_id}");
    }

    private void read(Context ctx) {
        RoomAddress chat = new ChatView(ctx.pathParam("chat_type"), ctx.pathParam("chat_id")).address();
        QueryParams query = new QueryParams(ctx);
        Revision after = new Revision(query.number("after", 0).orElse(0));
        int limit = query.number("limit", 1, ReadChanges.MAX_LIMIT, DEFAULT_LIMIT);
        var asked = new ReadChanges.Query(
                new RoomCursor(chat, after), query.text("epoch").map(Epoch::of), limit);
        Answers.ok(ctx, ChangesBody.of(changes.handle(Gate.caller(ctx), asked)));
    }
}
