package io.chatsphere.application.node;

import io.chatsphere.domain.delivery.NodeRegistry;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.NodeId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says from time to time that this node lives, and counts those that share its store. Others that its bus does not reach are
 * said loudly, once each time that this begins. Thread-safe; works on one virtual thread that ends with it.
 */
public final class NodeWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(NodeWatch.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(5);
    /** Three beats, so that one that comes late kills nobody. */
    private static final Duration TTL = Duration.ofSeconds(15);

    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(2);

    private final NodeRegistry registry;
    private final NodeId node;
    private final boolean busReachesOthers;
    private final Duration beat;
    private final Duration ttl;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Thread> thread = Optional.empty();
    private volatile int nodes = 1;

    /**
     * Not begun yet.
     *
     * @param busReachesOthers whether what happens here is told to other nodes
     */
    public NodeWatch(NodeRegistry registry, NodeId node, boolean busReachesOthers) {
        this(registry, node, busReachesOthers, BEAT, TTL);
    }

    NodeWatch(NodeRegistry registry, NodeId node, boolean busReachesOthers, Duration beat, Duration ttl) {
        this.registry = registry;
        this.node = node;
        this.busReachesOthers = busReachesOthers;
        this.beat = beat;
        this.ttl = ttl;
    }

    /** Begins. To be called once. */
    public synchronized void open() {
        thread = Optional.of(Thread.startVirtualThread(this::run));
    }

    /** How many nodes share the store, this one included, as it was last seen. */
    public int nodes() {
        return nodes;
    }

    /** Whether others share the store that this node does not reach by its bus. */
    public boolean isApart() {
        return nodes > 1 && !busReachesOthers;
    }

    /** Ends, and forgets this node; waits at most two seconds for that. Idempotent. */
    @Override
    public synchronized void close() {
        closed.countDown();
        try {
            if (thread.isPresent() && !thread.get().join(CLOSE_DEADLINE)) {
                LOG.log(System.Logger.Level.WARNING, "this node could not be removed from the store; it will expire");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                quietly(this::renew);
            } while (!closed.await(beat.toNanos(), TimeUnit.NANOSECONDS));
            quietly(() -> registry.remove(node));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        boolean wasApart = isApart();
        nodes = registry.renew(node, ttl);
        if (isApart() && !wasApart) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "{0} nodes share this store, and this one does not reach the others: messages are seconds late"
                            + " between them, and who is online there is not seen. Give all nodes the same Redis (REDIS_URL)"
                            + " and the same SECRET_KEY, or stop all but one.",
                    nodes);
        } else if (wasApart && !isApart()) {
            LOG.log(System.Logger.Level.INFO, "this node has its store to itself again");
        }
    }

    /** A store that is away is told of by those who need it more. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (ChatException.Unavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "the store of nodes does not answer", e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "counting nodes failed", e);
        }
    }
}
