package io.chatsphere.adapter.http.conversation;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Bodies;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.adapter.http.web.QueryParams;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.conversation.MarkRead;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.domain.conversation.ConversationCursor;
import io.chatsphere.domain.room.RoomAddress;
import io.javalin.http.Context;
import java.util.Optional;

/** Lists the caller's conversations, and marks them as read. */
public final class ConversationRoutes implements Feature {
    private static final int MAX_LIMIT = 100;
    private static final String MARK_READ = "/conversations/{chat_type}/{chat_id}/mark-read";

    private final ChatSphere.Conversations conversations;
    private final Bodies bodies;
    private final Languages languages;

    public ConversationRoutes(ChatSphere.Conversations conversations, Bodies bodies, Languages languages) {
        this.conversations = conversations;
        this.bodies = bodies;
        this.languages = languages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(Access.SIGNED_IN, this::list, "/api/v1/conversations", "/chat/conversations");
        routes.post(Access.SIGNED_IN, this::markRead, "/api/v1" + MARK_READ, "/chat" + MARK_READ);
    }

    private void list(Context ctx) {
        QueryParams query = new QueryParams(ctx);
        Optional<ConversationCursor> cursor = query.text("cursor").map(Cursors::parse);
        int limit = query.number("limit", 1, MAX_LIMIT, MAX_LIMIT);
        Answers.ok(ctx, ConversationsBody.of(conversations.list().handle(Gate.caller(ctx), cursor, limit)));
    }

    private void markRead(Context ctx) {
        RoomAddress chat = new ChatView(ctx.pathParam("chat_type"), ctx.pathParam("chat_id")).address();
        MarkReadBody body = bodies.readOptional(ctx, MarkReadBody.class).orElse(MarkReadBody.ALL);
        conversations.markRead().handle(new MarkRead.Command(Gate.caller(ctx), chat, body.read()));
        Answers.ok(ctx, new MarkedBody(true, languages.choose(ctx, "Marked as read.", "已标记为已读。")));
    }
}
