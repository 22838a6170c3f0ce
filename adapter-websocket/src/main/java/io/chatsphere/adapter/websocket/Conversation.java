package io.chatsphere.adapter.websocket;

import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.error.ChatException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one connection and the chat say to each other: first who it is, then its frames in order. All that may block happens on
 * a virtual thread, at most one at a time for each connection, and none while there is nothing to do.
 */
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    /** The budget for broken frames refills by this part in each step. */
    private static final int REFILL = 100;

    private final FrameDispatcher dispatcher;
    private final Admission.Handshake handshake;
    private final Outbox outbox;
    private final Inbox inbox;
    private final int brokenFrames;
    private Optional<LiveSession> session = Optional.empty();
    private boolean gone;
    private int broken;

    /** @param demand asks the connection for one more message */
    Conversation(
            FrameDispatcher dispatcher,
            Admission.Handshake handshake,
            Outbox outbox,
            WebSocketSettings.Incoming limits,
            Runnable demand) {
        this.dispatcher = dispatcher;
        this.handshake = handshake;
        this.outbox = outbox;
        this.inbox = new Inbox(limits.waiting(), this::startWorker, demand);
        this.brokenFrames = limits.brokenFrames();
    }

    /** Lets the client in; to be called once, when the connection is open. */
    void begin() {
        inbox.open();
    }

    /** A message has arrived. */
    void received(String message) {
        inbox.add(message);
    }

    /** The server has closed the connection: nothing more is handled. */
    void stop() {
        inbox.close();
    }

    /** The connection is gone; what arrived before is still handled. */
    synchronized void gone() {
        gone = true;
        outbox.lost();
        session.ifPresent(LiveSession::close);
    }

    /** Who speaks; only once they are let in. */
    Caller caller() {
        return session().caller();
    }

    /** The session that was opened for the connection. */
    synchronized LiveSession session() {
        return session.orElseThrow();
    }

    synchronized boolean isGone() {
        return gone;
    }

    /** In which language they are told what went wrong. */
    Locale language() {
        return handshake.language();
    }

    /** Queues a frame for this connection alone. */
    void answer(ByteBuffer frame) {
        if (!outbox.add(frame)) {
            end(CloseReason.TOO_SLOW);
        }
    }

    /** One more frame could not be understood; too many close the connection. */
    void countBroken() {
        boolean flooding;
        synchronized (this) {
            broken++;
            flooding = broken > brokenFrames;
        }
        if (flooding) {
            end(CloseReason.FLOODING);
        }
    }

    /** A step of time has passed: some broken frames are forgiven. */
    synchronized void forgive() {
        broken = Math.max(0, broken - 1 - brokenFrames / REFILL);
    }

    /** Closes the connection. */
    void end(CloseReason reason) {
        outbox.close(reason);
    }

    private void startWorker() {
        Thread.startVirtualThread(this::work);
    }

    private void work() {
        try {
            if (isAdmitted() || admit()) {
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
            outbox.flush();
            inbox.next();
        }
    }

    private synchronized boolean isAdmitted() {
        return session.isPresent();
    }

    private boolean admit() {
        try {
            opened(dispatcher.connect(handshake, outbox));
            outbox.flush();
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
