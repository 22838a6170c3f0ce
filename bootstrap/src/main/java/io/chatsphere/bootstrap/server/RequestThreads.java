package io.chatsphere.bootstrap.server;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs each request on a virtual thread of its own, and lets only a few be about to begin: the next one is started when one of
 * them has begun. The JVM runs virtual threads in the order in which they are ready, so that thousands of requests at once,
 * as after the end of another node, would all run before a message that is live. Those that have begun are not counted: one
 * that waits holds up nobody. Thread-safe.
 */
final class RequestThreads implements Executor {
    private static final int ABOUT_TO_BEGIN = 8;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Executor threads;
    private int starting;

    RequestThreads() {
        this(request -> Thread.ofVirtual().name("chatsphere-request").start(request));
    }

    /** @param threads starts a thread for each */
    RequestThreads(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable request) {
        if (mayStart(request)) {
            start(request);
        }
    }

    private void start(Runnable request) {
        threads.execute(() -> {
            begun().ifPresent(this::start);
            request.run();
        });
    }

    private synchronized boolean mayStart(Runnable request) {
        if (starting == ABOUT_TO_BEGIN) {
            waiting.add(request);
            return false;
        }
        starting++;
        return true;
    }

    /** One has begun: the next in turn. */
    private synchronized Optional<Runnable> begun() {
        Optional<Runnable> next = Optional.ofNullable(waiting.poll());
        if (next.isEmpty()) {
            starting--;
        }
        return next;
    }
}
