package io.chatsphere.domain.room;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A room. A change is a new value.
 *
 * @param slug present exactly for public rooms
 * @param pair present exactly for direct rooms
 * @param createdBy empty for the default rooms
 * @param archivedAt when it was closed: its history stays, nobody writes
 * @param revision of its last change, zero when new
 */
public record Room(
        RoomId id,
        RoomKind kind,
        Optional<Slug> slug,
        Optional<DirectPair> pair,
        RoomDetails details,
        HistoryVisibility historyVisibility,
        Optional<UserId> createdBy,
        Instant createdAt,
        Optional<Instant> archivedAt,
        Revision revision) {

    public Room {
        if (slug.isPresent() != (kind == RoomKind.PUBLIC) || pair.isPresent() != (kind == RoomKind.DIRECT)) {
            throw new IllegalArgumentException("public rooms have a slug, direct rooms a pair, and nothing else has");
        }
        if (kind != RoomKind.DIRECT && details.name().isEmpty()) {
            throw new ChatException.Invalid(ErrorCode.ROOM_NAME_INVALID, "name", 1L, 100L);
        }
    }

    /** A new public room. */
    public static Room open(RoomId id, Slug slug, RoomDetails details, Optional<UserId> createdBy, Instant now) {
        return fresh(id, RoomKind.PUBLIC, Optional.of(slug), Optional.empty(), details, createdBy, now);
    }

    /** A new group. */
    public static Room group(RoomId id, RoomDetails details, UserId createdBy, Instant now) {
        return fresh(id, RoomKind.GROUP, Optional.empty(), Optional.empty(), details, Optional.of(createdBy), now);
    }

    /** A new direct room, made by one of the two. */
    public static Room direct(RoomId id, DirectPair pair, UserId createdBy, Instant now) {
        return fresh(
                id,
                RoomKind.DIRECT,
                Optional.empty(),
                Optional.of(pair),
                RoomDetails.NONE,
                Optional.of(createdBy),
                now);
    }

    /** How {@code viewer} names this room; of a direct room the viewer must be one of the two. */
    public RoomAddress addressFor(UserId viewer) {
        return switch (kind) {
            case PUBLIC -> new RoomAddress.Public(slug.orElseThrow());
            case GROUP -> new RoomAddress.Group(id);
            case DIRECT -> new RoomAddress.Direct(pair.orElseThrow().other(viewer));
        };
    }

    /** Whether it was closed. */
    public boolean isArchived() {
        return archivedAt.isPresent();
    }

    /** The same room, saying something else about itself. */
    public Room described(RoomDetails newDetails) {
        return with(newDetails, archivedAt, revision);
    }

    /** The same room, closed. */
    public Room archived(Instant now) {
        return with(details, Optional.of(now), revision);
    }

    /** The same room as stored by another change. */
    public Room at(Revision newRevision) {
        return with(details, archivedAt, newRevision);
    }

    private Room with(RoomDetails newDetails, Optional<Instant> closed, Revision newRevision) {
        return new Room(id, kind, slug, pair, newDetails, historyVisibility, createdBy, createdAt, closed, newRevision);
    }

    private static Room fresh(
            RoomId id,
            RoomKind kind,
            Optional<Slug> slug,
            Optional<DirectPair> pair,
            RoomDetails details,
            Optional<UserId> createdBy,
            Instant now) {
        return new Room(
                id, kind, slug, pair, details, HistoryVisibility.ALL, createdBy, now, Optional.empty(), Revision.ZERO);
    }
}
