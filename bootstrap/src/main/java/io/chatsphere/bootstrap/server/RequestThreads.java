package io.chatsphere.bootstrap.server;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * Runs each request on a virtual thread of its own, and lets only a few be about to begin: when one of them has begun, the next
 * is started. The JVM runs virtual threads in the order in which they are ready, so that thousands of requests at once, as
 * after the end of another node, would all run before a message that is live. Those that have begun are not counted: one that
 * waits holds up nobody. Thread-safe.
 */
final class RequestThreads implements Executor {
    private static final int ABOUT_TO_BEGIN = 8;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Executor threads;
    private final Executor starter;
    private int starting;

    RequestThreads() {
        this(request -> Thread.ofVirtual().name("chatsphere-request").start(request), starter());
    }

    /**
     * @param threads starts a thread for each
     * @param starter runs what starts the next of a crowd
     */
    RequestThreads(Executor threads, Executor starter) {
        this.threads = threads;
        this.starter = starter;
    }

    /**
     * The threads of a web server. Few of the platform wait for the network, and what may block runs on virtual ones: a virtual
     * thread that waited for the network would hold its carrier, and the JVM would make up for it with another at each wait.
     */
    static ThreadPool pool() {
        QueuedThreadPool pool = new QueuedThreadPool();
        pool.setName("chatsphere-http");
        pool.setVirtualThreadsExecutor(new RequestThreads());
        return pool;
    }

    /**
     * A thread of the platform, there while there is a crowd. What virtual threads start, their carrier runs before it looks at
     * anything else: a crowd that started itself would never let go of it.
     */
    private static Executor starter() {
        ThreadPoolExecutor starter = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("chatsphere-starter").factory());
        starter.allowCoreThreadTimeOut(true);
        return starter;
    }

    @Override
    public void execute(Runnable request) {
        if (mayStart(request)) {
            start(request);
        }
    }

    private void start(Runnable request) {
        threads.execute(() -> {
            try {
                begun().ifPresent(next -> starter.execute(() -> start(next)));
            } finally {
                request.run();
            }
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
