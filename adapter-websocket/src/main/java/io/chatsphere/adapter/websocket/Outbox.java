package io.chatsphere.adapter.websocket;

import io.chatsphere.adapter.websocket.frame.ConversationUpdate;
import io.chatsphere.adapter.websocket.frame.EncodedChange;
import io.chatsphere.adapter.websocket.frame.ServerFrames;
import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.domain.room.RoomAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What a live session delivers to one connection, as frames. Thread-safe. */
final class Outbox implements LiveListener {
    /** Clients of a server that stops come back spread over this time, after the first second. */
    private static final int RETURN_SPREAD_MILLIS = 4_000;

    private static final int RETURN_AFTER_MILLIS = 1_000;
    /** So many conversations wait to be told of at most; more are told at once. */
    private static final int MAX_CHANGED = 256;

    private final Outflow outflow;
    private final ServerFrames frames;
    private Map<RoomAddress, ConversationUpdate> changed = Map.of();
    private boolean toldOfConversations;

    Outbox(Outflow outflow, ServerFrames frames) {
        this.outflow = outflow;
        this.frames = frames;
    }

    /** The way that its frames take. */
    Outflow outflow() {
        return outflow;
    }

    @Override
    public void opened(LiveSession session) {
        outflow.add(frames.established(session));
    }

    @Override
    public boolean offer(Delivery delivery) {
        EncodedChange change = delivery.encoded(frames.changes());
        Optional<ConversationUpdate> update = change.update();
        return outflow.add(change.frame()) && (update.isEmpty() || tell(update.get()));
    }

    @Override
    public void notice(Notice notice) {
        ByteBuffer frame = notice.encoded(frames.notices());
        if (ServerFrames.givesWay(notice) && outflow.isHalfFull()) {
            return;
        }
        if (notice.body() instanceof Notice.Body.RoomRemoved(var chat)) {
            forget(chat);
        }
        if (outflow.add(frame)) {
            outflow.flush();
        } else {
            outflow.close(CloseReason.TOO_SLOW);
        }
    }

    @Override
    public void whenDrained(Runnable step) {
        outflow.whenDrained(step);
    }

    @Override
    public void ended(EndReason reason) {
        CloseReason close = CloseReason.of(reason);
        if (close.isRestart()) {
            int spread = ThreadLocalRandom.current().nextInt(RETURN_SPREAD_MILLIS);
            outflow.add(frames.reconnect(Duration.ofMillis((long) RETURN_AFTER_MILLIS + spread)));
        }
        outflow.close(close);
    }

    /** The client reads its list on each update: after the first, one a second for each conversation is enough. */
    private synchronized boolean tell(ConversationUpdate update) {
        if (!toldOfConversations || (changed.size() >= MAX_CHANGED && !changed.containsKey(update.chat()))) {
            toldOfConversations = true;
            return outflow.add(update.frame());
        }
        if (changed.isEmpty()) {
            changed = new LinkedHashMap<>(4);
        }
        changed.put(update.chat(), update);
        return true;
    }

    /** Nothing of a room comes behind its removal. */
    private synchronized void forget(RoomAddress chat) {
        if (!changed.isEmpty()) {
            changed.remove(chat);
        }
    }

    /** A second has passed: tells which conversations have changed in it. */
    void secondPassed() {
        boolean fits = true;
        synchronized (this) {
            toldOfConversations = !changed.isEmpty();
            if (!toldOfConversations) {
                return;
            }
            for (ConversationUpdate update : changed.values()) {
                fits &= outflow.add(update.frame());
            }
            changed = Map.of();
        }
        if (fits) {
            outflow.flush();
        } else {
            outflow.close(CloseReason.TOO_SLOW);
        }
    }

    @Override
    public void flush() {
        outflow.flush();
    }
}
