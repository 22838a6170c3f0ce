package io.chatsphere.domain.delivery;

import io.chatsphere.domain.id.NodeId;
import java.time.Duration;

/**
 * The nodes that share a store. It is kept with the store, not with the bus, so that nodes that do not hear each other know of
 * each other. Thread-safe; every method blocks until it is done, and throws
 * {@link io.chatsphere.domain.error.ChatException.Unavailable} when the store does not answer.
 */
public interface NodeRegistry {
    /**
     * Says that the node lives, and forgets nodes that have not said so for {@code ttl}. Time is the store's, so that the
     * clocks of nodes need not agree.
     *
     * @param ttl after which a silent node is taken for dead; positive, the same on all nodes
     * @return how many nodes live, this one included: 1 or more
     */
    int renew(NodeId node, Duration ttl);

    /** Forgets the node at once. Idempotent. */
    void remove(NodeId node);
}
