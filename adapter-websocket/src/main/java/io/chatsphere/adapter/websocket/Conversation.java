package io.chatsphere.adapter.websocket;

import io.chatsphere.adapter.websocket.request.FrameDispatcher;
import io.chatsphere.adapter.websocket.request.Handshake;
import io.chatsphere.adapter.websocket.request.Peer;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.domain.error.ChatException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one connection and the chat say to each other: first who it is, then its frames in order. All that may block happens on
 * a virtual thread, at most one at a time for each connection, and none while there is nothing to do.
 */
final class Conversation implements Peer {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final FrameDispatcher dispatcher;
    private final Outbox outbox;
    private final Outflow outflow;
    private final Inbox inbox;
    private final Connections connections;
    private final Optional<FrameBudget> frames;
    private final FrameBudget refusals;
    private Handshake handshake;
    private Optional<LiveSession> session = Optional.empty();
    private boolean gone;

    /** @param demand asks the connection for one more message */
    Conversation(
            FrameDispatcher dispatcher, Handshake handshake, Outbox outbox, Connections connections, Runnable demand) {
        Connections.Allowance allowance = connections.allowance();
        this.dispatcher = dispatcher;
        this.handshake = handshake;
        this.outbox = outbox;
        this.outflow = outbox.outflow();
        this.inbox = new Inbox(allowance.waiting(), this::startWorker, demand);
        this.connections = connections;
        this.frames = allowance.frames().map(refill -> new FrameBudget(refill, connections.now()));
        this.refusals = new FrameBudget(allowance.refused(), connections.now());
    }

    /** Lets the client in; to be called once, when the connection is open. */
    void begin() {
        inbox.open();
    }

    /** A message has arrived. */
    void received(String message) {
        inbox.add(message);
    }

    /** Nothing more is handled but what was begun: the server has closed the connection, or soon will. */
    void stop() {
        inbox.close();
    }

    /** Whether nothing is being handled. */
    boolean isIdle() {
        return inbox.isIdle();
    }

    /** The connection is gone; what arrived before is still handled. */
    synchronized void gone() {
        gone = true;
        outflow.lost();
        session.ifPresent(LiveSession::close);
    }

    @Override
    public synchronized LiveSession session() {
        return session.orElseThrow();
    }

    @Override
    public synchronized boolean isGone() {
        return gone;
    }

    @Override
    public Locale language() {
        return handshake.language();
    }

    @Override
    public void answer(ByteBuffer frame) {
        if (!outflow.add(frame)) {
            end(CloseReason.TOO_SLOW);
        }
    }

    @Override
    public Optional<Duration> countFrame(int weight) {
        return frames.flatMap(budget -> budget.take(connections.now(), weight));
    }

    @Override
    public void countRefused() {
        if (refusals.take(connections.now(), 1).isPresent()) {
            end(CloseReason.FLOODING);
        }
    }

    /** Closes the connection. */
    void end(CloseReason reason) {
        outflow.close(reason);
    }

    private void startWorker() {
        Thread.startVirtualThread(this::work);
    }

    private void work() {
        try {
            if (isAdmitted() || connections.admit(this::admit)) {
                handle(inbox.take());
            }
        } catch (RuntimeException e) {
            LOG.error("a connection is closed, as handling it failed", e);
            end(CloseReason.INTERNAL);
        }
    }

    /** One run for each thread: however much one client sends, others have their turn between. */
    private void handle(List<String> run) {
        if (!run.isEmpty()) {
            dispatcher.handle(run, this);
            outflow.flush();
            inbox.next();
        }
    }

    private synchronized boolean isAdmitted() {
        return session.isPresent();
    }

    /** False if the client is not let in, or has gone while it waited for its turn. */
    private boolean admit() {
        if (connections.isQuiet()) {
            end(CloseReason.RESTARTING);
        }
        if (isGone() || outflow.isClosing()) {
            return false;
        }
        try {
            opened(dispatcher.connect(handshake, outbox));
            handshake = handshake.admitted();
            outflow.flush();
            return true;
        } catch (ChatException refusal) {
            LOG.debug("a connection is not let in: {}", refusal.code().code());
            end(CloseReason.of(refusal));
            return false;
        }
    }

    private synchronized void opened(LiveSession opened) {
        session = Optional.of(opened);
        if (gone) {
            opened.close();
        }
    }
}
