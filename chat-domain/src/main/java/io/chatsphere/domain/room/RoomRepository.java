package io.chatsphere.domain.room;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps rooms, their members and counters. Every change of a room first locks its counter, then re-reads what it changes;
 * locks are taken on room counters by id, then on user counters by id. Times are whole milliseconds where they are made,
 * and come back as given.
 *
 * <p>Thread-safe. Every method is one transaction, reads what is committed on the primary, and throws
 * {@link io.chatsphere.domain.error.ChatException.Unavailable} when the store does not answer.
 */
public interface RoomRepository {
    /**
     * Adds a public room or a group as given (also an archived one) with its counters and its access revision at zero; its
     * creator, if any, becomes the owner and {@code others} plain members, all at joined revision zero, and the user
     * revisions of all of them move.
     *
     * @param others without the creator; named twice counts once
     * @return the memberships, the owner's first
     * @throws io.chatsphere.domain.error.ChatException.NotFound with {@code USER_NOT_FOUND} if the creator does not exist, or
     *     one of the others does not or is not active
     * @throws io.chatsphere.domain.error.ChatException.Conflict with {@code ROOM_SLUG_TAKEN}
     */
    List<Membership> create(Room room, List<UserId> others);

    /**
     * The direct room of {@code room}'s pair: adds it, with both as members at joined revision zero and both user revisions
     * moved, unless the pair has one. Of parallel calls exactly one adds, and all give the same room and memberships.
     *
     * @throws io.chatsphere.domain.error.ChatException.NotFound with {@code USER_NOT_FOUND} if one of the two does not exist
     *     or is not active
     */
    DirectRoom direct(Room room);

    /** The id of the public room with this slug; archived ones too. Never changes once given. */
    Optional<RoomId> findPublic(Slug slug);

    /** The id of the direct room of these two, if there is one. Never changes once given. */
    Optional<RoomId> findDirect(DirectPair pair);

    /** What decides who may do what in the room, as committed now; empty if there is no such room. */
    Optional<RoomAccess> findAccess(RoomId room);

    /** The user's membership of the room, also one that ended. */
    Optional<Membership> findMembership(RoomId room, UserId user);

    /**
     * Public rooms that are not archived, oldest first (then by slug, as ASCII sorts), at most {@code limit}, behind the one
     * named {@code after}, which may be archived. An unknown {@code after} gives an empty list.
     */
    List<Room> listPublic(Optional<Slug> after, int limit);

    /**
     * Makes the user a plain member of a public room, at the room's last revision and position, and moves their user
     * revision. Does not move the room's revision. Idempotent: a member stays what they are.
     *
     * @throws io.chatsphere.domain.error.ChatException.NotFound with {@code ROOM_NOT_FOUND} if there is no such public room,
     *     with {@code USER_NOT_FOUND} if there is no such user
     * @throws io.chatsphere.domain.error.ChatException.Forbidden with {@code ROOM_ARCHIVED}, also for members
     */
    Joined join(RoomId room, UserId user, Instant now);

    /**
     * Changes a room: locks it, asks {@code decide} with its access as it is then, and does what that answers. An act moves
     * the room's revision once per changed row and its access revision with it (except a plain {@link RoomAct.Leave} of a
     * public room, which moves neither and leaves the row's revision alone), and the user revision of each member whose
     * membership it changes. A membership that begins anew does so at the revision of its own change and the last position.
     * An act that changes nothing moves nothing.
     *
     * @param decide must be pure and quick; what it throws is thrown, and nothing changes then
     * @throws io.chatsphere.domain.error.ChatException.NotFound with {@code ROOM_NOT_FOUND}; with {@code USER_NOT_FOUND} if
     *     who is to be admitted does not exist or is not active; with {@code MEMBER_NOT_FOUND} if who is to be changed,
     *     removed or made the owner is no member
     */
    RoomUpdate update(RoomId room, Function<RoomAccess, RoomAct> decide, Instant now);

    /** Members by ascending id, behind {@code after}, at most {@code limit}; none for a room that does not exist. */
    List<Member> listMembers(RoomId room, Optional<UserId> after, int limit);
}
