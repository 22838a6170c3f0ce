package io.chatsphere.adapter.websocket;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Frames that wait for a connection, in order and bounded; those on their way count too. Its owner guards it. */
final class FrameQueue {
    /** Written in so many bytes at a time, what arrives is soon known, and hardly more writes are made than in one go. */
    private static final int RUN_BYTES = 64 << 10;

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
        return 2L * count >= bounds.frames() || 2L * bytes >= bounds.bytes();
    }

    /** What is to be written next, none if nothing waits; it is on its way until {@link #runWritten}. */
    List<ByteBuffer> takeRun() {
        runCount = 0;
        runBytes = 0;
        for (ByteBuffer frame : waiting) {
            if (runCount > 0 && frame.remaining() > RUN_BYTES - runBytes) {
                break;
            }
            runCount++;
            runBytes += frame.remaining();
        }
        if (runCount == waiting.size()) {
            List<ByteBuffer> run = waiting;
            waiting = List.of();
            return run;
        }
        List<ByteBuffer> first = waiting.subList(0, runCount);
        List<ByteBuffer> run = List.copyOf(first);
        first.clear();
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
