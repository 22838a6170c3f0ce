package io.chatsphere.application.presence.live;

import io.chatsphere.application.presence.PresenceSettings;
import io.chatsphere.domain.id.NodeId;
import io.chatsphere.domain.presence.Departures;
import io.chatsphere.domain.presence.PresenceRegistry;

/** Keeps this node's lease and finds nodes that have died. Needs nothing but the registry, so that it never waits for more. */
final class Lease {
    private final PresenceRegistry registry;
    private final NodeId node;
    private final PresenceSettings settings;
    private final Watch watch;
    private final Patience patience = new Patience("the lease of this node");
    private long renewedAt;
    private long lookedAt;
    private boolean begun;

    /** Is told what the lease found. */
    interface Watch {
        /** The lease was gone, and the entries of this node perhaps too. */
        void lost();

        /** A look for dead nodes is over. */
        void looked(Departures gone);
    }

    Lease(PresenceRegistry registry, NodeId node, PresenceSettings settings, Watch watch) {
        this.registry = registry;
        this.node = node;
        this.settings = settings;
        this.watch = watch;
    }

    /** Does what is due. */
    void tick(long now) {
        patience.run(now, () -> {
            if (!begun || now - renewedAt >= settings.renewal().toNanos()) {
                if (!registry.renew(node, settings.lease())) {
                    watch.lost();
                }
                renewedAt = now;
            }
            if (!begun || now - lookedAt >= settings.expiry().toNanos()) {
                watch.looked(registry.expire());
                lookedAt = now;
            }
            begun = true;
        });
    }
}
