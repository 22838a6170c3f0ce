package io.chatsphere.adapter.websocket.request;

import io.chatsphere.adapter.websocket.frame.ClientFrame;
import io.chatsphere.adapter.websocket.frame.ServerFrames;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.message.Outcome;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.room.RoomAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages of one client to be sent in one call, and broken frames between them; touched by one thread at a time. */
final class SendRun {
    private static final Logger LOG = LoggerFactory.getLogger(SendRun.class);

    private final ChatSphere.Messages messages;
    private final ServerFrames frames;
    private final Peer peer;
    private final List<Entry> run = new ArrayList<>();

    private record Entry(ClientFrame.Request request, ClientFrame.Gathered command) {}

    SendRun(ChatSphere.Messages messages, ServerFrames frames, Peer peer) {
        this.messages = messages;
        this.frames = frames;
        this.peer = peer;
    }

    /** Takes a frame, to be handled with {@link #send}. */
    void add(ClientFrame.Request request, ClientFrame.Gathered command) {
        run.add(new Entry(request, command));
    }

    /** Sends what was taken, answers each in its order, and forgets it. */
    void send() {
        Iterator<Outcome> outcomes = outcomes().iterator();
        for (Entry entry : run) {
            switch (entry.command()) {
                case ClientFrame.Send send when outcomes.hasNext() -> sent(entry.request(), send, outcomes.next());
                case ClientFrame.Send send -> peer.answer(frames.internalError(entry.request(), peer.language()));
                case ClientFrame.Broken(var reason) -> {
                    peer.answer(frames.error(entry.request(), reason, peer.language()));
                    peer.countRefused();
                }
            }
        }
        run.clear();
    }

    /** One for each message of the run, in order; none if it failed by a fault of ours. */
    private List<Outcome> outcomes() {
        List<SendMessage.Draft> drafts = new ArrayList<>(run.size());
        for (Entry entry : run) {
            if (entry.command() instanceof ClientFrame.Send send) {
                drafts.add(send.draft());
            }
        }
        if (drafts.isEmpty()) {
            return List.of();
        }
        try {
            return messages.send().handle(new SendMessage.Command(peer.session().caller(), drafts));
        } catch (ChatException refusal) {
            return Collections.nCopies(drafts.size(), new Outcome.Refused(refusal));
        } catch (RuntimeException e) {
            LOG.error("messages could not be sent", e);
            return List.of();
        }
    }

    private void sent(ClientFrame.Request request, ClientFrame.Send send, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sent sent -> {
                if (send.draft().clientMessageId().isPresent()) {
                    peer.answer(frames.ack(send.draft().chat(), sent));
                }
                spoken(send, sent);
            }
            case Outcome.Refused refused -> peer.answer(frames.error(request, refused.reason(), peer.language()));
        }
    }

    /** Who speaks in a public room is live there; what was said in the old form is heard in it too. */
    private void spoken(ClientFrame.Send send, Outcome.Sent sent) {
        try {
            if (send.draft().chat() instanceof RoomAddress.Public && !peer.isGone()) {
                peer.session().enter(sent.message().room());
            }
            if (send.isOldForm()) {
                messages.shareOldForm().handle(sent.message());
            }
        } catch (RuntimeException e) {
            // The message is stored and answered; what comes behind it is not to suffer.
            LOG.error("a message was sent, and what goes with it failed", e);
        }
    }
}
