package io.chatsphere.adapter.websocket.request;

import io.chatsphere.adapter.websocket.frame.ClientFrame;
import io.chatsphere.adapter.websocket.frame.ServerFrames;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.conversation.MarkRead;
import io.chatsphere.application.conversation.MarkUnread;
import io.chatsphere.application.delivery.ResumeRooms;
import io.chatsphere.application.delivery.ShowTyping;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.message.DeleteMessage;
import io.chatsphere.application.message.EditMessage;
import io.chatsphere.application.room.JoinRoom;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what clients ask for one by one. What goes wrong is answered, and what goes well says so by its effect. Stateless. */
final class Actions {
    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);

    private final ChatSphere chat;
    private final ServerFrames frames;

    Actions(ChatSphere chat, ServerFrames frames) {
        this.chat = chat;
        this.frames = frames;
    }

    /** Does it; blocks until it is done, and throws nothing. */
    void handle(ClientFrame.Request request, ClientFrame.Action action, Peer peer) {
        try {
            act(request, action, peer);
        } catch (ChatException refusal) {
            peer.answer(frames.error(request, refusal, peer.language()));
        } catch (RuntimeException e) {
            LOG.error("a request of a client failed", e);
            peer.answer(frames.internalError(request, peer.language()));
        }
    }

    private void act(ClientFrame.Request request, ClientFrame.Action action, Peer peer) {
        Caller caller = peer.session().caller();
        switch (action) {
            case ClientFrame.Join(var slug) ->
                join(chat.rooms().join().handle(new JoinRoom.Command(caller, slug)), peer);
            case ClientFrame.Leave(var slug) -> leave(new RoomAddress.Public(slug), peer);
            case ClientFrame.Typing(var address, var isTyping) ->
                chat.conversations().typing().handle(new ShowTyping.Command(caller, address, isTyping));
            case ClientFrame.MarkRead(var address, var position) ->
                chat.conversations()
                        .markRead()
                        .handle(new MarkRead.Command(caller, address, position.or(() -> lastSent(address, peer))));
            case ClientFrame.MarkUnread(var address, var position) ->
                chat.conversations().markUnread().handle(new MarkUnread.Command(caller, address, position));
            case ClientFrame.Edit(var message, var content) ->
                chat.messages().edit().handle(new EditMessage.Command(caller, message, content));
            case ClientFrame.Delete(var message) ->
                chat.messages().delete().handle(new DeleteMessage.Command(caller, message));
            case ClientFrame.Resume resume -> resume(request, resume, peer);
            case ClientFrame.Authenticate(var token) ->
                peer.session().extend(chat.logins().authenticate().handle(token));
        }
    }

    private void resume(ClientFrame.Request request, ClientFrame.Resume resume, Peer peer) {
        var command = new ResumeRooms.Command(peer.session(), resume.epoch(), resume.rooms());
        for (ResumeRooms.Refused refused : chat.missed().resume().handle(command)) {
            peer.answer(frames.error(request.about(refused.room().chat()), refused.reason(), peer.language()));
        }
    }

    private static void join(Membership membership, Peer peer) {
        if (!peer.isGone()) {
            peer.session().awaitFollowing(membership);
            peer.session().enter(membership.room());
        }
    }

    private void leave(RoomAddress address, Peer peer) {
        Room room = chat.rooms().read().handle(peer.session().caller(), address);
        peer.session().leave(room.id());
    }

    /** The last position that the connection was sent; whether there is such a chat is for others to judge. */
    private Optional<Position> lastSent(RoomAddress address, Peer peer) {
        try {
            Room room = chat.rooms().read().handle(peer.session().caller(), address);
            return peer.session().lastPosition(room.id());
        } catch (ChatException.NotFound e) {
            return Optional.empty();
        }
    }
}
