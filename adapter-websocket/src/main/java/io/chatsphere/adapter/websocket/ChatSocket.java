package io.chatsphere.adapter.websocket;

import io.chatsphere.adapter.websocket.frame.ServerFrames;
import io.chatsphere.adapter.websocket.request.FrameDispatcher;
import io.chatsphere.adapter.websocket.request.Handshake;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection as Jetty sees it: takes frames one by one while there is room for them, makes messages of fragments, and sends
 * what the outflow hands over. Never blocks. Jetty calls the handler's methods one at a time; the others any thread may.
 */
final class ChatSocket implements FrameHandler, Outflow.Sink {
    /** Pings and pongs in at most a second; people's programs send one in many seconds. */
    private static final int CONTROLS_IN_A_STEP = 100;

    private static final Logger LOG = LoggerFactory.getLogger(ChatSocket.class);

    private final Connections connections;
    private final Outflow outflow;
    private final Outbox outbox;
    private final Conversation conversation;
    private final Fragments fragments;
    private final Callback written;
    private final Callback handed;
    private volatile CoreSession session;
    private volatile int heardAt;
    private int pingedAt;
    private int controlsSince;
    private int controls;
    private Optional<Integer> closingSince = Optional.empty();

    ChatSocket(
            Connections connections,
            WebSocketSettings settings,
            FrameDispatcher dispatcher,
            ServerFrames frames,
            Handshake handshake) {
        this.connections = connections;
        this.outflow = new Outflow(this, settings.outgoing());
        this.outbox = new Outbox(outflow, frames);
        this.conversation = new Conversation(dispatcher, handshake, outbox, connections, this::demand);
        this.fragments = new Fragments(settings.incoming());
        this.written = Callback.from(InvocationType.NON_BLOCKING, outflow::written, this::cut);
        this.handed = Callback.from(InvocationType.NON_BLOCKING, () -> {}, this::cut);
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        heardAt = connections.now();
        pingedAt = heardAt;
        connections.add(this);
        callback.succeeded();
        if (connections.isQuiet()) {
            outflow.close(CloseReason.RESTARTING);
        } else {
            conversation.begin();
        }
        demand();
    }

    /** Takes no more messages; what was begun is answered. */
    void quiesce() {
        conversation.stop();
    }

    /** Whether no message is being answered. */
    boolean isIdle() {
        return conversation.isIdle();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        heardAt = connections.now();
        if (OpCode.isControlFrame(frame.getOpCode()) && isFlood()) {
            refuse(CloseReason.FLOODING);
        }
        switch (frame.getOpCode()) {
            case OpCode.TEXT, OpCode.CONTINUATION -> text(frame, callback);
            case OpCode.PING -> pong(frame, callback);
            case OpCode.CLOSE -> {
                gone();
                callback.succeeded();
            }
            case OpCode.BINARY -> {
                refuse(CloseReason.BINARY);
                callback.succeeded();
                demand();
            }
            default -> {
                callback.succeeded();
                demand();
            }
        }
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        LOG.debug("a connection failed", cause);
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        gone();
        callback.succeeded();
    }

    @Override
    public void send(ByteBuffer frame, boolean more) {
        session.sendFrame(new Frame(OpCode.TEXT, frame), more ? handed : written, more);
    }

    @Override
    public void close(CloseReason reason) {
        conversation.stop();
        session.close(reason.code(), reason.text(), Callback.NOOP);
    }

    /** A step of time has passed. */
    void stepped(int now, Connections.Limits limits) {
        if (now % limits.second() == 0) {
            outbox.secondPassed();
        }
        if (outflow.isClosing()) {
            if (closingSince.isEmpty()) {
                closingSince = Optional.of(now);
            } else if (now - closingSince.get() > limits.closing()) {
                session.abort();
            }
        } else if (now - heardAt > limits.timeout()) {
            outflow.close(CloseReason.SILENT);
        } else if (fragments.isOverdue(now, limits.assembly())) {
            refuse(CloseReason.FRAGMENTS_TOO_SLOW);
        } else if (now - Math.max(heardAt, pingedAt) >= limits.heartbeat()) {
            pingedAt = now;
            session.sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
        }
    }

    /** The thread that reads frames reads those of others as well: nobody keeps it busy with frames that cost nothing else. */
    private boolean isFlood() {
        if (controlsSince != heardAt) {
            controlsSince = heardAt;
            controls = 0;
        }
        controls++;
        return controls > CONTROLS_IN_A_STEP;
    }

    private void text(Frame frame, Callback callback) {
        Optional<CloseReason> refusal = fragments.refusal(frame.getPayloadLength());
        if (refusal.isPresent()) {
            refuse(refusal.get());
            callback.succeeded();
            demand();
            return;
        }
        try {
            Optional<String> message = fragments.add(frame.getPayload(), frame.isFin(), heardAt);
            callback.succeeded();
            message.ifPresentOrElse(conversation::received, this::demand);
        } catch (CharacterCodingException e) {
            callback.failed(new BadPayloadException(e));
        }
    }

    /** Answers before the next frame is read, so that somebody who only sends pings fills no queue. */
    private void pong(Frame ping, Callback callback) {
        Runnable next = () -> {
            callback.succeeded();
            demand();
        };
        ByteBuffer payload = BufferUtil.copy(ping.getPayload());
        session.sendFrame(new Frame(OpCode.PONG, payload), Callback.from(next, failure -> next.run()), false);
    }

    private void demand() {
        session.demand();
    }

    private void refuse(CloseReason reason) {
        conversation.stop();
        outflow.close(reason);
    }

    /** Sending failed: the peer is gone, or was sent nonsense. */
    private void cut(Throwable failure) {
        LOG.debug("a connection could not be written to", failure);
        outflow.lost();
        session.abort();
    }

    private void gone() {
        connections.remove(this);
        conversation.gone();
    }
}
