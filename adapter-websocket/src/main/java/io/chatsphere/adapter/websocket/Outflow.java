package io.chatsphere.adapter.websocket;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The way of frames to one connection, in order and bounded. Nobody waits here: whoever flushes an idle connection sends at
 * once, what waits in runs; while a run is on its way the next one gathers, and goes when the first has been written.
 *
 * <p>Thread-safe. Frames are shared between connections and never changed.
 */
final class Outflow {
    private final Sink sink;
    private final FrameQueue queue;
    private boolean sending;
    private boolean handingOver;
    private boolean written;
    private boolean closed;
    private Optional<CloseReason> closing = Optional.empty();
    private Optional<Runnable> whenDrained = Optional.empty();

    /** Where frames go. */
    interface Sink {
        /**
         * Sends a frame; never blocks. After one without {@code more}, {@link Outflow#written} or {@link Outflow#lost} is called
         * once, perhaps before this returns.
         *
         * @param frame the sink's own view of the bytes
         * @param more whether another frame follows at once, so that both may be written together
         */
        void send(ByteBuffer frame, boolean more);

        /** Tells the client that it is over, behind what was sent; called at most once. */
        void close(CloseReason reason);
    }

    Outflow(Sink sink, WebSocketSettings.Outgoing bounds) {
        this.sink = sink;
        this.queue = new FrameQueue(bounds);
    }

    /** Adds a frame behind the others; false if there is no room. What comes after the end is dropped. */
    synchronized boolean add(ByteBuffer frame) {
        return closed || closing.isPresent() || queue.add(frame);
    }

    /** Whether what matters least gives way. */
    synchronized boolean isHalfFull() {
        return queue.isHalfFull();
    }

    /**
     * Runs {@code step} once: now, or as soon as writing has brought what waits under half of the bounds; on any thread, and
     * without a lock. Of steps that wait there is at most one. Behind the end it is dropped.
     */
    void whenDrained(Runnable step) {
        if (keep(step)) {
            flush();
        } else {
            step.run();
        }
    }

    /** Sends what waits, unless a run is on its way, which it will follow. */
    void flush() {
        if (beginSending()) {
            drain();
        }
    }

    /** Ends the connection: nothing more is taken, what waits is sent first where that makes sense. Idempotent. */
    void close(CloseReason reason) {
        synchronized (this) {
            if (closed || closing.isPresent()) {
                return;
            }
            closing = Optional.of(reason);
            whenDrained = Optional.empty();
            if (!reason.afterWaiting()) {
                clear();
            }
        }
        if (reason.afterWaiting()) {
            flush();
        } else {
            sink.close(reason);
        }
    }

    /** Whether the connection is to end, or has. */
    synchronized boolean isClosing() {
        return closed || closing.isPresent();
    }

    /** The run that was sent last has been written. */
    void written() {
        synchronized (this) {
            if (handingOver) {
                written = true;
                return;
            }
            queue.runWritten();
        }
        drain();
    }

    /** The connection is gone: nothing is kept or taken any more. Idempotent. */
    synchronized void lost() {
        clear();
    }

    /** Whether the step is not to be run now. */
    private synchronized boolean keep(Runnable step) {
        if (closed || closing.isPresent()) {
            return true;
        }
        if (queue.isHalfFull()) {
            whenDrained = Optional.of(step);
            return true;
        }
        return false;
    }

    private synchronized boolean beginSending() {
        boolean begin = !sending && !closed;
        sending |= begin;
        return begin;
    }

    /** Sends run after run until nothing waits or a run stays on its way; only the one who began sending is here. */
    private void drain() {
        boolean again = true;
        while (again) {
            List<ByteBuffer> run = takeRun();
            for (int i = 0; i < run.size(); i++) {
                sink.send(run.get(i).duplicate(), i < run.size() - 1);
            }
            again = !run.isEmpty() && handedOver();
        }
        nowClosed().ifPresent(sink::close);
        nowDrained().ifPresent(Runnable::run);
    }

    /** What is to be sent next; if that is nothing, sending is over and the next flush begins anew. */
    private synchronized List<ByteBuffer> takeRun() {
        List<ByteBuffer> run = queue.takeRun();
        sending = !run.isEmpty();
        handingOver = sending;
        written = false;
        return run;
    }

    /** Whether the run is written already, so that the next may go; otherwise {@link #written} goes on. */
    private synchronized boolean handedOver() {
        handingOver = false;
        if (written) {
            queue.runWritten();
        }
        return written;
    }

    /** Why the connection is to be closed now, everything having been sent; empty if it is not, or was. */
    private synchronized Optional<CloseReason> nowClosed() {
        Optional<CloseReason> now = closed || sending ? Optional.empty() : closing;
        closed |= now.isPresent();
        return now;
    }

    /** What waited for this moment; empty if it has not come. */
    private synchronized Optional<Runnable> nowDrained() {
        if (queue.isHalfFull()) {
            return Optional.empty();
        }
        Optional<Runnable> now = whenDrained;
        whenDrained = Optional.empty();
        return now;
    }

    private void clear() {
        closed = true;
        whenDrained = Optional.empty();
        queue.clear();
    }
}
