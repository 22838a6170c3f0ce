package io.chatsphere.application.presence.live;

import io.chatsphere.application.presence.PresenceSettings;
import io.chatsphere.domain.id.NodeId;
import io.chatsphere.domain.presence.Departures;
import io.chatsphere.domain.presence.PresenceRegistry;

/**
 * Keeps this node's lease and finds nodes that have died. Needs nothing but the registry, so that it never waits for more.
 *
 * <p>When the registry was away, or came back without this node, it says nothing about others for the length of a lease: they
 * come back as this node does, and nobody takes them for dead or does not see them meanwhile.
 */
final class Lease {
    private final PresenceRegistry registry;
    private final NodeId node;
    private final PresenceSettings settings;
    private final Watch watch;
    private final Patience patience = new Patience("the lease of this node");
    private long renewedAt;
    private long lookedAt;
    private long troubledAt;
    private boolean begun;
    private boolean frozen;

    /** Is told what the lease found. */
    interface Watch {
        /** The lease was gone, and the entries of this node perhaps too. */
        void lost();

        /** What the registry says of others is not to be believed, until the next look. */
        void frozen();

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
        if (!begun) {
            troubledAt = now;
        }
        if (!patience.run(now, () -> work(now))) {
            freeze(now);
        }
    }

    private void work(long now) {
        boolean looks = !begun || now - lookedAt >= settings.expiry().toNanos();
        // Always before a look: a registry that came back empty knows nobody.
        if (looks || now - renewedAt >= settings.renewal().toNanos()) {
            renew(now);
            renewedAt = now;
        }
        if (looks) {
            look(now);
            lookedAt = now;
        }
        begun = true;
    }

    private void renew(long now) {
        if (!registry.renew(node, settings.lease())) {
            // Before this node's entries are there again, alone.
            if (begun) {
                freeze(now);
            }
            watch.lost();
        }
    }

    private void look(long now) {
        boolean settled = now - troubledAt >= settings.lease().toNanos();
        if (settled || !frozen) {
            watch.looked(settled ? registry.expire() : Departures.NONE);
            frozen = false;
        }
    }

    private void freeze(long now) {
        troubledAt = now;
        frozen = true;
        watch.frozen();
    }
}
