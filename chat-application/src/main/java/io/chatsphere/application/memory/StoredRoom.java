package io.chatsphere.application.memory;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.Repeat;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.RoomRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A room with its stream, members and messages. Guarded by the store's lock. */
final class StoredRoom {
    private final Room room;
    private final ChangeStream<RoomChange> changes = new ChangeStream<>();
    private final Map<UserId, Membership> members = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<RequestKey, Repeat> requests = new HashMap<>();

    private record RequestKey(UserId sender, ClientMessageId id) {}

    StoredRoom(Room room) {
        this.room = room;
    }

    Room room() {
        return room;
    }

    ChangeStream<RoomChange> changes() {
        return changes;
    }

    RoomAccess access() {
        Map<UserId, RoomRole> roles = new HashMap<>();
        members.values().stream()
                .filter(Membership::isActive)
                .filter(member -> room.kind() != RoomKind.PUBLIC || member.role() != RoomRole.MEMBER)
                .forEach(member -> roles.put(member.user(), member.role()));
        return new RoomAccess(room, accessRevision(), roles);
    }

    /** No port changes roles or rules of a room after it was made. */
    Revision accessRevision() {
        return Revision.ZERO;
    }

    Optional<Membership> member(UserId user) {
        return Optional.ofNullable(members.get(user));
    }

    List<Membership> members() {
        return List.copyOf(members.values());
    }

    /** Makes the user a member as of the room's last revision and position, which is no change of the room. */
    Membership admit(StoredUser user, RoomRole role) {
        Membership membership = new Membership(
                room.id(),
                user.user().id(),
                role,
                changes.head(),
                lastPosition(),
                Revision.ZERO,
                user.changes().head().next(),
                Optional.empty());
        members.put(membership.user(), membership);
        user.put(membership);
        return membership;
    }

    Position lastPosition() {
        return new Position(messages.size());
    }

    /** The message at a position from 1 to the last. */
    Message at(long position) {
        return messages.get((int) position - 1);
    }

    Optional<Repeat> findRepeat(UserId sender, ClientMessageId id) {
        return Optional.ofNullable(requests.get(new RequestKey(sender, id)));
    }

    Message append(MessageDraft draft) {
        Message message =
                draft.stored(new Position(messages.size() + 1L), changes.head().next());
        messages.add(message);
        changes.add(message.revision(), new RoomChange.OfMessage(message));
        draft.request()
                .ifPresent(request -> requests.put(
                        new RequestKey(draft.author().id(), request.id()), new Repeat(message, request.hash())));
        return message;
    }
}
