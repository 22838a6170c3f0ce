package io.chatsphere.adapter.http.message;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Bodies;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.QueryParams;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.application.message.DeleteMessage;
import io.chatsphere.application.message.EditMessage;
import io.chatsphere.application.message.MessageView;
import io.chatsphere.application.message.Outcome;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.room.RoomAddress;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** Reads histories, and sends, edits and deletes for clients without a socket: by the same use case, so that nothing differs. */
public final class MessageRoutes implements Feature {
    private static final String CHAT = "/{chat_type}/{chat_id}";

    private final ChatSphere.Messages messages;
    private final Bodies bodies;

    public MessageRoutes(ChatSphere.Messages messages, Bodies bodies) {
        this.messages = messages;
        this.bodies = bodies;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(Access.SIGNED_IN, this::history, "/api/v1/messages" + CHAT, "/chat/messages" + CHAT);
        routes.post(Access.SIGNED_IN, this::send, "/api/v1/messages" + CHAT);
        routes.patch(Access.SIGNED_IN, this::edit, "/api/v1/messages/{id}");
        routes.delete(Access.SIGNED_IN, this::delete, "/api/v1/messages/{id}");
    }

    private void edit(Context ctx) {
        MessageId id = id(ctx);
        EditBody body = bodies.read(ctx, EditBody.class);
        Answers.ok(ctx, messages.edit().handle(new EditMessage.Command(Gate.caller(ctx), id, body.text())));
    }

    private void delete(Context ctx) {
        messages.delete().handle(new DeleteMessage.Command(Gate.caller(ctx), id(ctx)));
        Answers.none(ctx);
    }

    private void history(Context ctx) {
        var query = HistoryParams.read(chat(ctx), new QueryParams(ctx));
        Answers.ok(ctx, HistoryBody.of(messages.history().handle(Gate.caller(ctx), query)));
    }

    private void send(Context ctx) {
        RoomAddress chat = chat(ctx);
        SendBody body = bodies.read(ctx, SendBody.class);
        SendMessage.Draft draft = body.draft(chat, Optional.ofNullable(ctx.header("Idempotency-Key")));
        Caller caller = Gate.caller(ctx);
        switch (messages.send()
                .handle(new SendMessage.Command(caller, List.of(draft)))
                .getFirst()) {
            case Outcome.Sent sent ->
                Answers.send(
                        ctx,
                        sent.duplicate() ? HttpStatus.OK : HttpStatus.CREATED,
                        MessageView.of(sent.message(), chat, caller.user()));
            case Outcome.Refused refused -> throw refused.reason();
        }
    }

    private static MessageId id(Context ctx) {
        return MessageId.parse(ctx.pathParam("id"), "id");
    }

    private static RoomAddress chat(Context ctx) {
        return new ChatView(ctx.pathParam("chat_type"), ctx.pathParam("chat_id")).address();
    }
}
