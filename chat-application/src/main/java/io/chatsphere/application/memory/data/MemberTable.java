package io.chatsphere.application.memory.data;

import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The members of one room, former ones too. */
public final class MemberTable {
    private static final Comparator<StoredMember> BY_ID =
            Comparator.comparing(member -> member.membership().user().toString());

    private final Map<UserId, StoredMember> members = new LinkedHashMap<>();

    /** The user's membership, also one that ended. */
    public Optional<StoredMember> find(UserId user) {
        return Optional.ofNullable(members.get(user));
    }

    /** The user's membership, if it lasts. */
    public Optional<Membership> findActive(UserId user) {
        return find(user).map(StoredMember::membership).filter(Membership::isActive);
    }

    /** The memberships that last, in the order in which they first began. */
    public Stream<StoredMember> active() {
        return members.values().stream().filter(member -> member.membership().isActive());
    }

    /** The memberships that last by ascending user id, behind one. */
    public List<StoredMember> page(Optional<UserId> after, int limit) {
        return active().filter(member -> after.isEmpty()
                        || member.membership()
                                        .user()
                                        .toString()
                                        .compareTo(after.get().toString())
                                > 0)
                .sorted(BY_ID)
                .limit(limit)
                .toList();
    }

    void put(StoredMember member) {
        members.put(member.membership().user(), member);
    }
}
