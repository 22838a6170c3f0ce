package io.chatsphere.application.memory;

import io.chatsphere.domain.id.NodeId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.presence.Departures;
import io.chatsphere.domain.presence.PresenceRegistry;
import io.chatsphere.domain.presence.Present;
import io.chatsphere.domain.presence.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Presence of the nodes of one process, usually one, under one lock. */
public final class InMemoryPresenceRegistry implements PresenceRegistry {
    private final LongSupplier nanoTime;
    private final Map<NodeId, Lease> leases = new HashMap<>();
    private final Headcount online = new Headcount();
    private final LinkedHashSet<UserId> byActivity = new LinkedHashSet<>();
    private final Map<RoomId, Headcount> live = new HashMap<>();

    private static final class Lease {
        long end;
        final Set<UserId> users = new HashSet<>();
        final Set<Viewer> viewers = new HashSet<>();
    }

    /**
     * Begins empty.
     *
     * @param nanoTime a time that never goes back
     */
    public InMemoryPresenceRegistry(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized boolean renew(NodeId node, Duration ttl) {
        boolean held = isHeld(leases.get(node));
        leases.computeIfAbsent(node, added -> new Lease()).end = nanoTime.getAsLong() + ttl.toNanos();
        return held;
    }

    @Override
    public synchronized Departures release(NodeId node) {
        Lease lease = leases.get(node);
        if (lease == null) {
            return Departures.NONE;
        }
        Departures gone = new Departures(
                removeUsers(node, List.copyOf(lease.users)), removeViewers(node, List.copyOf(lease.viewers)));
        leases.remove(node);
        return gone;
    }

    @Override
    public synchronized Departures expire() {
        List<NodeId> ended = leases.entrySet().stream()
                .filter(entry -> !isHeld(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        Set<UserId> users = new HashSet<>();
        Set<Viewer> viewers = new HashSet<>();
        for (NodeId node : ended) {
            Departures gone = release(node);
            users.addAll(gone.users());
            viewers.addAll(gone.viewers());
        }
        return new Departures(users, viewers);
    }

    @Override
    public synchronized Set<UserId> addUsers(NodeId node, Collection<UserId> users) {
        Set<UserId> first = new HashSet<>();
        Lease lease = leases.get(node);
        if (isHeld(lease)) {
            for (UserId user : users) {
                byActivity.addLast(user);
                if (lease.users.add(user) && online.enter(user)) {
                    first.add(user);
                }
            }
        }
        return first;
    }

    @Override
    public synchronized Set<UserId> removeUsers(NodeId node, Collection<UserId> users) {
        Set<UserId> last = new HashSet<>();
        Lease lease = leases.get(node);
        if (lease != null) {
            for (UserId user : users) {
                if (lease.users.remove(user) && online.leave(user)) {
                    byActivity.remove(user);
                    last.add(user);
                }
            }
        }
        return last;
    }

    @Override
    public synchronized Set<Viewer> addViewers(NodeId node, Collection<Viewer> viewers) {
        Set<Viewer> first = new HashSet<>();
        Lease lease = leases.get(node);
        if (isHeld(lease)) {
            for (Viewer viewer : viewers) {
                if (lease.viewers.add(viewer)
                        && live.computeIfAbsent(viewer.room(), room -> new Headcount())
                                .enter(viewer.user())) {
                    first.add(viewer);
                }
            }
        }
        return first;
    }

    @Override
    public synchronized Set<Viewer> removeViewers(NodeId node, Collection<Viewer> viewers) {
        Set<Viewer> last = new HashSet<>();
        Lease lease = leases.get(node);
        if (lease != null) {
            for (Viewer viewer : viewers) {
                if (lease.viewers.remove(viewer) && leave(viewer)) {
                    last.add(viewer);
                }
            }
        }
        return last;
    }

    @Override
    public synchronized Present online(Optional<UserId> after, int limit) {
        return new Present(online.size(), online.page(after, limit));
    }

    @Override
    public synchronized Present recentlyActive(int limit) {
        List<UserId> users = new ArrayList<>();
        byActivity.reversed().stream().limit(limit).forEach(users::add);
        return new Present(online.size(), users);
    }

    @Override
    public synchronized Set<UserId> onlineAmong(Collection<UserId> users) {
        return users.stream().filter(byActivity::contains).collect(Collectors.toSet());
    }

    @Override
    public synchronized Present live(RoomId room, int limit) {
        Headcount there = live.getOrDefault(room, Headcount.NOBODY);
        return new Present(there.size(), there.page(Optional.empty(), limit));
    }

    @Override
    public synchronized Map<RoomId, Integer> countLive(Collection<RoomId> rooms) {
        Map<RoomId, Integer> counts = new HashMap<>();
        rooms.forEach(room ->
                counts.put(room, live.getOrDefault(room, Headcount.NOBODY).size()));
        return counts;
    }

    /** Whether the lease, null if there is none, has not ended yet. */
    private boolean isHeld(Lease lease) {
        return lease != null && lease.end - nanoTime.getAsLong() > 0;
    }

    private boolean leave(Viewer viewer) {
        Headcount there = live.get(viewer.room());
        boolean last = there.leave(viewer.user());
        if (there.size() == 0) {
            live.remove(viewer.room());
        }
        return last;
    }
}
