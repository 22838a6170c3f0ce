package io.chatsphere.application.memory;

import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user with their stream and memberships. Guarded by the store's lock. */
final class StoredUser {
    private final User user;
    private final Optional<PasswordHash> passwordHash;
    private final ChangeStream<UserChange> changes = new ChangeStream<>();
    private final Map<RoomId, Membership> memberships = new LinkedHashMap<>();

    StoredUser(User user, Optional<PasswordHash> passwordHash) {
        this.user = user;
        this.passwordHash = passwordHash;
    }

    User user() {
        return user;
    }

    Optional<PasswordHash> passwordHash() {
        return passwordHash;
    }

    ChangeStream<UserChange> changes() {
        return changes;
    }

    /** The memberships that last. */
    List<Membership> memberships() {
        return memberships.values().stream().filter(Membership::isActive).toList();
    }

    /** Takes a membership whose user revision is the next one. */
    void put(Membership membership) {
        changes.add(membership.userRevision(), new UserChange.OfMembership(membership));
        memberships.put(membership.room(), membership);
    }
}
