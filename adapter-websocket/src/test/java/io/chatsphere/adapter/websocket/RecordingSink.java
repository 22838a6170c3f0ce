package io.chatsphere.adapter.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was given; writes at once or when told. One thread at a time. */
final class RecordingSink implements Outflow.Sink {
    final List<String> sent = new ArrayList<>();
    final List<CloseReason> closed = new ArrayList<>();
    Runnable lastSent = () -> {};

    @Override
    public void send(ByteBuffer frame, boolean more) {
        sent.add(StandardCharsets.UTF_8.decode(frame) + (more ? "+" : "."));
        if (!more) {
            lastSent.run();
        }
    }

    @Override
    public void close(CloseReason reason) {
        closed.add(reason);
    }
}
