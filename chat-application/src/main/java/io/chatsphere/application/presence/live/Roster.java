package io.chatsphere.application.presence.live;

import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.UserSummary;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

/**
 * Who is online over all nodes, as far as this node knows: as last read from the registry, with what was signalled since. Holds
 * everybody up to a limit, with more those who were active last. Not thread-safe.
 */
final class Roster {
    private static final Comparator<UserSummary> BY_ID =
            Comparator.comparing(user -> user.id().value(), Roster::compareSpelling);

    private final int limit;
    private final SequencedMap<UserId, UserSummary> recent = new LinkedHashMap<>();
    private int count;

    /** UUIDs themselves compare as signed numbers. */
    private static int compareSpelling(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    Roster(int limit) {
        this.limit = limit;
    }

    /** The registry was read: so many are online, and these were active last, the latest first. */
    void replace(int all, List<UserSummary> latest) {
        recent.clear();
        latest.reversed().forEach(user -> recent.put(user.id(), user));
        // Fewer than all where somebody's account is gone while they are still connected.
        count = all <= limit ? recent.size() : all;
    }

    /** Somebody came or went. */
    void apply(Signal.Presence presence) {
        if (!presence.isOnline()) {
            recent.remove(presence.by());
            count = Math.max(recent.size(), count - 1);
        } else {
            count += recent.containsKey(presence.by()) ? 0 : 1;
            active(presence.user());
        }
    }

    /** Somebody who is online connected once more. */
    void active(UserSummary user) {
        recent.putLast(user.id(), user);
        if (recent.size() > limit) {
            recent.pollFirstEntry();
        }
        count = Math.max(recent.size(), count);
    }

    /** Whether the list holds everybody, and still would with these. */
    boolean hasRoomFor(Collection<UserSummary> users) {
        long added =
                users.stream().filter(user -> !recent.containsKey(user.id())).count();
        return recent.size() == count && count + added <= limit;
    }

    /** Whether so many are online, and these were active last. */
    boolean isOf(int all, Collection<UserId> latest) {
        return all == count && recent.keySet().equals(Set.copyOf(latest));
    }

    /** How many are online. */
    int count() {
        return count;
    }

    /** The list, by id. */
    List<UserSummary> list() {
        return recent.values().stream().sorted(BY_ID).toList();
    }

    /** These, and the others who were active last up to the limit; by id. */
    List<UserSummary> listWith(Collection<UserSummary> users) {
        SequencedMap<UserId, UserSummary> list = new LinkedHashMap<>();
        users.forEach(user -> list.put(user.id(), user));
        for (UserSummary user : recent.sequencedValues().reversed()) {
            if (list.size() >= limit) {
                break;
            }
            list.putIfAbsent(user.id(), user);
        }
        return list.values().stream().sorted(BY_ID).toList();
    }
}
