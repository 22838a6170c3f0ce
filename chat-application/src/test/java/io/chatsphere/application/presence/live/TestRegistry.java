package io.chatsphere.application.presence.live;

import io.chatsphere.application.memory.InMemoryPresenceRegistry;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.NodeId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.presence.Departures;
import io.chatsphere.domain.presence.PresenceRegistry;
import io.chatsphere.domain.presence.Present;
import io.chatsphere.domain.presence.Viewer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A registry that counts what it is asked and goes away when a test says so. */
final class TestRegistry implements PresenceRegistry {
    private final LongSupplier nanoTime;
    private PresenceRegistry there;
    private boolean away;
    private boolean deaf;
    private int reads;
    private int writes;

    TestRegistry(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.there = new InMemoryPresenceRegistry(nanoTime);
    }

    void away(boolean value) {
        away = value;
    }

    /** Does what it is asked, and its answers are lost. */
    void deaf(boolean value) {
        deaf = value;
    }

    /** Forgets everything, as a registry that was started again. */
    void restart() {
        there = new InMemoryPresenceRegistry(nanoTime);
    }

    int reads() {
        return reads;
    }

    int writes() {
        return writes;
    }

    @Override
    public boolean renew(NodeId node, Duration ttl) {
        return ask(() -> there.renew(node, ttl));
    }

    @Override
    public Departures release(NodeId node) {
        return ask(() -> there.release(node));
    }

    @Override
    public Departures expire() {
        return ask(there::expire);
    }

    @Override
    public Set<UserId> addUsers(NodeId node, Collection<UserId> users) {
        writes++;
        return ask(() -> there.addUsers(node, users));
    }

    @Override
    public Set<UserId> removeUsers(NodeId node, Collection<UserId> users) {
        writes++;
        return ask(() -> there.removeUsers(node, users));
    }

    @Override
    public Set<Viewer> addViewers(NodeId node, Collection<Viewer> viewers) {
        writes++;
        return ask(() -> there.addViewers(node, viewers));
    }

    @Override
    public Set<Viewer> removeViewers(NodeId node, Collection<Viewer> viewers) {
        writes++;
        return ask(() -> there.removeViewers(node, viewers));
    }

    @Override
    public Present online(Optional<UserId> after, int limit) {
        reads++;
        return ask(() -> there.online(after, limit));
    }

    @Override
    public Present recentlyActive(int limit) {
        reads++;
        return ask(() -> there.recentlyActive(limit));
    }

    @Override
    public Set<UserId> onlineAmong(Collection<UserId> users) {
        reads++;
        return ask(() -> there.onlineAmong(users));
    }

    @Override
    public Present live(RoomId room, int limit) {
        reads++;
        return ask(() -> there.live(room, limit));
    }

    @Override
    public Map<RoomId, Integer> countLive(Collection<RoomId> rooms) {
        reads++;
        return ask(() -> there.countLive(rooms));
    }

    private <T> T ask(Supplier<T> question) {
        if (away) {
            throw new ChatException.Unavailable();
        }
        T answer = question.get();
        if (deaf) {
            throw new ChatException.Unavailable();
        }
        return answer;
    }
}
