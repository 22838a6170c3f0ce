package io.chatsphere.adapter.websocket;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.message.Outcome;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.room.JoinRoom;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.room.Membership;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what clients ask, in order, and answers in order. Messages to be sent that arrived together go as one call; a broken
 * frame between them is answered in its place and spoils none beside it. Stateless and thread-safe.
 */
final class FrameDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(FrameDispatcher.class);

    private final ChatSphere chat;
    private final ServerFrames frames;
    private final FrameCodec codec = new FrameCodec();

    FrameDispatcher(ChatSphere chat, ServerFrames frames) {
        this.chat = chat;
        this.frames = frames;
    }

    /**
     * Lets a client in.
     *
     * @throws ChatException if it is not who it says, or says nothing, or the chat cannot tell now
     */
    LiveSession connect(Admission.Handshake handshake, LiveListener listener) {
        String token =
                handshake.token().orElseThrow(() -> new ChatException.Unauthenticated(ErrorCode.UNAUTHENTICATED));
        return chat.connect(chat.logins().authenticate().handle(token), listener);
    }

    /** Handles messages that have arrived together; blocks until it is done. */
    void handle(List<String> messages, Conversation peer) {
        List<ClientFrame.Gathered> run = new ArrayList<>(messages.size());
        for (String message : messages) {
            switch (codec.decode(message)) {
                case ClientFrame.Send send -> run.add(send);
                case ClientFrame.Broken broken -> run.add(broken);
                case ClientFrame.Ping ping -> {
                    send(run, peer);
                    peer.answer(frames.pong());
                }
                case ClientFrame.Join join -> {
                    send(run, peer);
                    join(join, peer);
                }
                // Who is live in a room is not kept yet, so leaving its view changes nothing.
                case ClientFrame.Leave leave -> {}
            }
        }
        send(run, peer);
    }

    private void join(ClientFrame.Join join, Conversation peer) {
        try {
            Membership membership = chat.rooms().join().handle(new JoinRoom.Command(peer.caller(), join.room()));
            if (!peer.isGone()) {
                peer.session().awaitFollowing(membership);
            }
        } catch (ChatException refusal) {
            peer.answer(frames.error(join.request(), refusal, peer.language()));
        }
    }

    /** Sends the run, answers it, and empties it. */
    private void send(List<ClientFrame.Gathered> run, Conversation peer) {
        Iterator<Outcome> outcomes = outcomes(run, peer).iterator();
        for (ClientFrame.Gathered frame : run) {
            switch (frame) {
                case ClientFrame.Send send when outcomes.hasNext() -> answer(send, outcomes.next(), peer);
                case ClientFrame.Send send -> peer.answer(frames.internalError(send.request(), peer.language()));
                case ClientFrame.Broken broken -> {
                    peer.answer(frames.error(broken.request(), broken.reason(), peer.language()));
                    peer.countBroken();
                }
            }
        }
        run.clear();
    }

    /** One for each message of the run, in order; none if it failed by a fault of ours. */
    private List<Outcome> outcomes(List<ClientFrame.Gathered> run, Conversation peer) {
        List<SendMessage.Draft> drafts = new ArrayList<>(run.size());
        for (ClientFrame.Gathered frame : run) {
            if (frame instanceof ClientFrame.Send(var draft)) {
                drafts.add(draft);
            }
        }
        if (drafts.isEmpty()) {
            return List.of();
        }
        try {
            return chat.messages().send().handle(new SendMessage.Command(peer.caller(), drafts));
        } catch (ChatException refusal) {
            return Collections.nCopies(drafts.size(), new Outcome.Refused(refusal));
        } catch (RuntimeException e) {
            LOG.error("messages could not be sent", e);
            return List.of();
        }
    }

    private void answer(ClientFrame.Send send, Outcome outcome, Conversation peer) {
        switch (outcome) {
            case Outcome.Sent sent
            when send.draft().clientMessageId().isPresent() ->
                peer.answer(frames.ack(send.draft().chat(), sent));
            case Outcome.Sent sent -> {}
            case Outcome.Refused refused ->
                peer.answer(frames.error(send.request(), refused.reason(), peer.language()));
        }
    }
}
