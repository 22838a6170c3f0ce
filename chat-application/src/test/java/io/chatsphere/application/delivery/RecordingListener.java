package io.chatsphere.application.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what it is given, in order; takes at most {@code room} deliveries. */
class RecordingListener implements LiveListener {
    private final int room;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Object> all = new ArrayList<>();
    private int flushes;
    private Optional<EndReason> ended = Optional.empty();

    RecordingListener() {
        this(Integer.MAX_VALUE);
    }

    RecordingListener(int room) {
        this.room = room;
    }

    @Override
    public synchronized void opened(LiveSession session) {
        if (!deliveries.isEmpty()) {
            throw new IllegalStateException("a delivery came before the session was open");
        }
    }

    @Override
    public synchronized boolean offer(Delivery delivery) {
        return deliveries.size() < room && deliveries.add(delivery) && all.add(delivery);
    }

    @Override
    public synchronized void notice(Notice notice) {
        all.add(notice);
    }

    @Override
    public synchronized void flush() {
        flushes++;
    }

    @Override
    public synchronized void ended(EndReason reason) {
        if (ended.isPresent()) {
            throw new IllegalStateException("a session ends once");
        }
        ended = Optional.of(reason);
    }

    synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Deliveries and notices, in the order in which they came. */
    synchronized List<Object> all() {
        return List.copyOf(all);
    }

    synchronized List<Notice> notices() {
        return all.stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .toList();
    }

    /** What notices of this kind say. */
    <T extends Notice.Body> List<T> said(Class<T> kind) {
        return notices().stream()
                .map(Notice::body)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    synchronized List<Long> revisions() {
        return deliveries.stream().map(one -> one.change().revision().value()).toList();
    }

    synchronized int flushes() {
        return flushes;
    }

    synchronized Optional<EndReason> end() {
        return ended;
    }
}
