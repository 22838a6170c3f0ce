package io.chatsphere.adapter.websocket;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Frames that wait for a connection, in order and bounded; those on their way count too. Its owner guards it. */
final class FrameQueue {
    private final WebSocketSettings.Outgoing bounds;
    private List<ByteBuffer> waiting = List.of();
    private int count;
    private int bytes;
    private int runCount;
    private int runBytes;

    FrameQueue(WebSocketSettings.Outgoing bounds) {
        this.bounds = bounds;
    }

    /** Adds a frame behind the others; false if there is no room. */
    boolean add(ByteBuffer frame) {
        int size = frame.remaining();
        if (count >= bounds.frames() || size > bounds.bytes() - bytes) {
            return false;
        }
        if (waiting.isEmpty()) {
            waiting = new ArrayList<>(4);
        }
        waiting.add(frame);
        count++;
        bytes += size;
        return true;
    }

    boolean isHalfFull() {
        return count >= bounds.frames() / 2 || bytes >= bounds.bytes() / 2;
    }

    /** All that waits; it is on its way until {@link #runWritten}. */
    List<ByteBuffer> takeRun() {
        List<ByteBuffer> run = waiting;
        waiting = List.of();
        runCount = count;
        runBytes = bytes;
        return run;
    }

    /** What was on its way has arrived. */
    void runWritten() {
        count -= runCount;
        bytes -= runBytes;
        runCount = 0;
        runBytes = 0;
    }

    void clear() {
        waiting = List.of();
        count = 0;
        bytes = 0;
        runCount = 0;
        runBytes = 0;
    }
}
