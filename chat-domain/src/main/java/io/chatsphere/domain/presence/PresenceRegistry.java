package io.chatsphere.domain.presence;

import io.chatsphere.domain.id.NodeId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps who is online and who is live in which room, over all nodes. A node owns its entries, (node, user) and (node, user in
 * a room), and a lease; the entries count until the node removes them or its lease has ended and {@link #expire} was asked.
 * A user is online while any node has an entry of them. None of this outlives the nodes: a registry that comes back empty is
 * filled again by them.
 *
 * <p>Thread-safe. Each method is atomic, so that of several nodes exactly one is told that an entry was the first or the last.
 * Adding and removing again is harmless, so a call whose answer was lost is repeated. Ids ascend as their spelling does.
 * Times are the registry's own and monotonic. Every method throws
 * {@link io.chatsphere.domain.error.ChatException.Unavailable} when the registry does not answer.
 */
public interface PresenceRegistry {
    /**
     * Begins the node's lease or prolongs it to {@code ttl} from now.
     *
     * @return whether it was still there. If not, the node adds all of its entries again: none, some or all may be gone
     */
    boolean renew(NodeId node, Duration ttl);

    /** Ends the node's lease, if it has one, and removes its entries; who is gone by that. Idempotent. */
    Departures release(NodeId node);

    /** Removes the entries of nodes whose lease has ended. Whoever is gone by that is named to one caller. */
    Departures expire();

    /**
     * Adds entries of users who are connected to the node; each becomes the most recently active one, also again. Adds nothing
     * for a node without a lease, or whose lease has ended, which hears of it by {@link #renew}.
     *
     * @return those who had no entry before: they are online now
     */
    Set<UserId> addUsers(NodeId node, Collection<UserId> users);

    /**
     * Removes entries of users.
     *
     * @return those whose last entry it was: they are offline now
     */
    Set<UserId> removeUsers(NodeId node, Collection<UserId> users);

    /**
     * Adds entries of users who are live in rooms on the node; likewise nothing without a lease.
     *
     * @return those who had no entry in that room before
     */
    Set<Viewer> addViewers(NodeId node, Collection<Viewer> viewers);

    /**
     * Removes entries of users who are live in rooms.
     *
     * @return those whose last entry in that room it was
     */
    Set<Viewer> removeViewers(NodeId node, Collection<Viewer> viewers);

    /** Online users by ascending id, behind {@code after}, at most {@code limit}; the count is of all. */
    Present online(Optional<UserId> after, int limit);

    /** Online users, the most recently active first, at most {@code limit}; the count is of all. */
    Present recentlyActive(int limit);

    /** Which of these users are online. */
    Set<UserId> onlineAmong(Collection<UserId> users);

    /** Users who are live in the room by ascending id, at most {@code limit}; the count is of all. */
    Present live(RoomId room, int limit);

    /** How many users are live in each room; every one of {@code rooms} is a key. */
    Map<RoomId, Integer> countLive(Collection<RoomId> rooms);
}
