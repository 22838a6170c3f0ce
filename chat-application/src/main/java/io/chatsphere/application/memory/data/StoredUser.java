package io.chatsphere.application.memory.data;

import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.User;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user with their stream, memberships and settings. */
public final class StoredUser {
    private final ChangeStream<UserRow> changes = new ChangeStream<>();
    private final Map<RoomId, Membership> memberships = new LinkedHashMap<>();
    private final Map<RoomId, RoomPreferences> preferences = new HashMap<>();
    private User user;
    private Optional<PasswordHash> passwordHash;
    private Revision profileRevision = Revision.ZERO;

    StoredUser(User user, Optional<PasswordHash> passwordHash) {
        this.user = user;
        this.passwordHash = passwordHash;
    }

    public UserId id() {
        return user.id();
    }

    public User user() {
        return user;
    }

    /** Notes when they were last connected; only ever forward, and without a change of their stream. */
    public void seen(Instant at) {
        if (user.lastSeen().isEmpty() || user.lastSeen().get().isBefore(at)) {
            user = new User(
                    user.id(),
                    user.username(),
                    user.email(),
                    user.displayName(),
                    user.avatarUrl(),
                    user.bio(),
                    user.provider(),
                    user.active(),
                    user.createdAt(),
                    Optional.of(at));
        }
    }

    /** Stores the user as the next change of their stream. */
    public Revision change(User newUser) {
        user = newUser;
        profileRevision = changes.move(new UserRow.OfProfile());
        return profileRevision;
    }

    /** The revision that their profile was last changed by. */
    public Revision profileRevision() {
        return profileRevision;
    }

    public Optional<PasswordHash> passwordHash() {
        return passwordHash;
    }

    public void setPasswordHash(PasswordHash hash) {
        passwordHash = Optional.of(hash);
    }

    public ChangeStream<UserRow> changes() {
        return changes;
    }

    /** The memberships that last. */
    public List<Membership> memberships() {
        return memberships.values().stream().filter(Membership::isActive).toList();
    }

    /** Their membership of this room, also one that ended. */
    public Optional<Membership> membership(RoomId room) {
        return Optional.ofNullable(memberships.get(room));
    }

    /** Stores a membership as the next change of their stream, and gives it with that revision. */
    Membership change(Membership membership) {
        Revision revision = changes.move(new UserRow.OfMembership(membership.room()));
        Membership stored = new Membership(
                membership.room(),
                membership.user(),
                membership.role(),
                membership.joinedRevision(),
                membership.joinedPosition(),
                membership.revision(),
                revision,
                membership.leftAt());
        memberships.put(stored.room(), stored);
        return stored;
    }

    /** What they set for themselves in this room. */
    public RoomPreferences preferences(RoomId room) {
        return preferences.getOrDefault(
                room,
                new RoomPreferences(room, user.id(), Position.NONE, Position.NONE, false, false, false, Revision.ZERO));
    }

    /** Stores the marks as the next change of their stream. */
    RoomPreferences mark(RoomId room, Position readPosition, Position unreadFloor) {
        return mark(room, readPosition, unreadFloor, changes.move(new UserRow.OfPreferences(room)));
    }

    /** Sets the read mark where a membership begins, which is a change already. */
    void begin(RoomId room, Position joinedPosition) {
        RoomPreferences old = preferences(room);
        mark(room, joinedPosition, old.unreadFloor(), old.revision());
    }

    private RoomPreferences mark(RoomId room, Position readPosition, Position unreadFloor, Revision revision) {
        RoomPreferences old = preferences(room);
        RoomPreferences marked = new RoomPreferences(
                room, user.id(), readPosition, unreadFloor, old.muted(), old.pinned(), old.archived(), revision);
        preferences.put(room, marked);
        return marked;
    }
}
