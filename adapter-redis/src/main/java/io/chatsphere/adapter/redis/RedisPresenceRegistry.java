package io.chatsphere.adapter.redis;

import static io.chatsphere.adapter.redis.Script.bytes;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Presence over all nodes, in one Redis. Every step is one script; what concerns very many is done in steps of two hundred.
 *
 * <pre>
 * chatsphere:presence:
 *   lease:&lt;node&gt;     string, ends with the lease     which life of which server knows this node
 *   nodes            set of nodes                    those that have entries
 *   users:&lt;node&gt;     set of users                    entries of the node
 *   viewers:&lt;node&gt;   set of room and user            entries of the node
 *   online           sorted set of users             by id
 *   active           sorted set of users             by when they came last
 *   live             sorted set of room and user     by id
 *   more             hash: user, or room and user    how many nodes have an entry, beyond the first
 *   answer:&lt;number&gt;  packed                          who was found on a dead node, to say it again
 * </pre>
 *
 * <p>Each renewal of any lease keeps all keys for an hour more, so that an hour after the last node nothing is left.
 *
 * <p>A lease is held only while the same server runs, and only if each renewal was answered. Otherwise the node writes all
 * of its entries again, and what it had before is set aside as the entries of {@code <node>:former}, which end like those of a
 * dead node: so whoever a restored or replaced server knows wrongly is gone soon, and nobody else is meanwhile.
 *
 * <p>Time is the server's clock. If that jumps ahead by more than a lease, all nodes count as dead until they renew.
 */
final class RedisPresenceRegistry implements PresenceRegistry {
    private static final int STEP = 200;

    private final PresenceScripts scripts;
    private final Queue<UUID> unanswered = new ConcurrentLinkedQueue<>();
    private volatile UUID token = UUID.randomUUID();

    /** @param nanoTime a time that never goes back */
    RedisPresenceRegistry(RedisCommands commands, LongSupplier nanoTime) {
        this.scripts = new PresenceScripts(commands, nanoTime);
    }

    @Override
    public boolean renew(NodeId node, Duration ttl) {
        try {
            return scripts.renew(bytes(node), bytes(ttl.toMillis()), bytes(token))
                    .equals(1L);
        } catch (ChatException.Unavailable e) {
            // Perhaps it was renewed, and perhaps it was not there: nobody has heard.
            token = UUID.randomUUID();
            throw e;
        }
    }

    @Override
    public Departures release(NodeId node) {
        return departures(() -> scripts.write("release", bytes(node), bytes(STEP)));
    }

    @Override
    public Departures expire() {
        return departures(() -> {
            UUID number = Optional.ofNullable(unanswered.poll()).orElseGet(UUID::randomUUID);
            try {
                return scripts.write("expire", bytes(STEP), bytes(number));
            } catch (ChatException.Unavailable e) {
                unanswered.add(number);
                throw e;
            }
        });
    }

    @Override
    public Set<UserId> addUsers(NodeId node, Collection<UserId> users) {
        return users("add_users", node, users);
    }

    @Override
    public Set<UserId> removeUsers(NodeId node, Collection<UserId> users) {
        return users("remove_users", node, users);
    }

    @Override
    public Set<Viewer> addViewers(NodeId node, Collection<Viewer> viewers) {
        return viewers("add_viewers", node, viewers);
    }

    @Override
    public Set<Viewer> removeViewers(NodeId node, Collection<Viewer> viewers) {
        return viewers("remove_viewers", node, viewers);
    }

    @Override
    public Present online(Optional<UserId> after, int limit) {
        return present(scripts.read("online", IdBytes.ofUsers(after.stream().toList()), bytes(limit)));
    }

    @Override
    public Present recentlyActive(int limit) {
        return present(scripts.read("recently_active", bytes(limit)));
    }

    @Override
    public Set<UserId> onlineAmong(Collection<UserId> users) {
        return inSteps(users, step -> IdBytes.users((byte[]) scripts.read("online_among", IdBytes.ofUsers(step))));
    }

    @Override
    public Present live(RoomId room, int limit) {
        return present(scripts.read("live", IdBytes.ofRooms(List.of(room)), bytes(limit)));
    }

    @Override
    public Map<RoomId, Integer> countLive(Collection<RoomId> rooms) {
        Map<RoomId, Integer> counts = new HashMap<>();
        inSteps(rooms, step -> {
            List<?> answer = (List<?>) scripts.read("count_live", IdBytes.ofRooms(step));
            for (int i = 0; i < step.size(); i++) {
                counts.put(step.get(i), ((Long) answer.get(i)).intValue());
            }
            return step;
        });
        return counts;
    }

    private Set<UserId> users(String operation, NodeId node, Collection<UserId> users) {
        return inSteps(
                users, step -> IdBytes.users((byte[]) scripts.write(operation, bytes(node), IdBytes.ofUsers(step))));
    }

    private Set<Viewer> viewers(String operation, NodeId node, Collection<Viewer> viewers) {
        return inSteps(
                viewers,
                step -> IdBytes.viewers((byte[]) scripts.write(operation, bytes(node), IdBytes.ofViewers(step))));
    }

    private static <T> Set<T> inSteps(Collection<T> all, Function<List<T>, List<T>> step) {
        Set<T> answers = new HashSet<>();
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += STEP) {
            answers.addAll(step.apply(list.subList(from, Math.min(from + STEP, list.size()))));
        }
        return answers;
    }

    /** Goes on until a step finds nothing more; after a failure with what was found, since that is found only once. */
    private static Departures departures(Supplier<Object> step) {
        Set<UserId> users = new HashSet<>();
        Set<Viewer> viewers = new HashSet<>();
        try {
            for (Object found = step.get(); found instanceof List<?> parts; found = step.get()) {
                users.addAll(IdBytes.users((byte[]) parts.getFirst()));
                viewers.addAll(IdBytes.viewers((byte[]) parts.getLast()));
            }
        } catch (ChatException.Unavailable e) {
            if (users.isEmpty() && viewers.isEmpty()) {
                throw e;
            }
        }
        return new Departures(users, viewers);
    }

    private static Present present(Object answer) {
        List<?> parts = (List<?>) answer;
        return new Present(((Long) parts.getFirst()).intValue(), IdBytes.users((byte[]) parts.getLast()));
    }
}
