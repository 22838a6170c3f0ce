package io.chatsphere.adapter.websocket.request;

import io.chatsphere.adapter.websocket.frame.ClientFrame;
import io.chatsphere.adapter.websocket.frame.FrameCodec;
import io.chatsphere.adapter.websocket.frame.ServerFrames;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Does what clients ask, in order, and answers in order. Messages to be sent that arrived together go as one call; a broken
 * frame between them is answered in its place and spoils none beside it. Stateless and thread-safe.
 */
public final class FrameDispatcher {
    private final ChatSphere chat;
    private final ServerFrames frames;
    private final Actions actions;
    private final FrameCodec codec = new FrameCodec();

    public FrameDispatcher(ChatSphere chat, ServerFrames frames) {
        this.chat = chat;
        this.frames = frames;
        this.actions = new Actions(chat, frames);
    }

    /**
     * Lets a client in.
     *
     * @throws ChatException if it is not who it says, or says nothing, or the chat cannot tell now
     */
    public LiveSession connect(Handshake handshake, LiveListener listener) {
        Optional<Caller> caller = handshake
                .token()
                .map(chat.logins().authenticate()::handle)
                .or(() -> handshake.ticket().map(chat.logins().redeemTicket()::handle));
        return chat.connect(
                caller.orElseThrow(() -> new ChatException.Unauthenticated(ErrorCode.UNAUTHENTICATED)), listener);
    }

    /** Handles messages that have arrived together; blocks until it is done. */
    public void handle(List<String> messages, Peer peer) {
        SendRun run = new SendRun(chat.messages(), frames, peer);
        for (String message : messages) {
            ClientFrame frame = counted(codec.decode(message), peer);
            switch (frame.command()) {
                case ClientFrame.Gathered gathered -> run.add(frame.request(), gathered);
                case ClientFrame.Ping ping -> {
                    run.send();
                    peer.answer(frames.pong());
                }
                case ClientFrame.Action action -> {
                    run.send();
                    actions.handle(frame.request(), action, peer);
                }
            }
        }
        run.send();
    }

    /** A frame that is one too many is refused. A ping is answered even so: its sender judges the connection by it. */
    private static ClientFrame counted(ClientFrame frame, Peer peer) {
        Optional<Duration> wait = peer.countFrame(frame.command().weight());
        if (wait.isEmpty()) {
            return frame;
        }
        if (frame.command() instanceof ClientFrame.Ping) {
            peer.countRefused();
            return frame;
        }
        return frame.refused(new ChatException.RateLimited(wait.get()));
    }
}
