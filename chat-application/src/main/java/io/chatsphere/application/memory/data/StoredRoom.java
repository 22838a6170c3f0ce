package io.chatsphere.application.memory.data;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.RoomRole;
import java.util.HashMap;
import java.util.Map;

/** A room with its stream, members and messages. */
public final class StoredRoom {
    private final ChangeStream<RoomRow> changes = new ChangeStream<>();
    private final MemberTable members = new MemberTable();
    private final MessageLog messages = new MessageLog();
    private Room room;
    private Revision accessRevision = Revision.ZERO;

    StoredRoom(Room room) {
        this.room = room;
    }

    public RoomId id() {
        return room.id();
    }

    public Room room() {
        return room;
    }

    public ChangeStream<RoomRow> changes() {
        return changes;
    }

    public MemberTable members() {
        return members;
    }

    public MessageLog messages() {
        return messages;
    }

    public Revision accessRevision() {
        return accessRevision;
    }

    public RoomAccess access() {
        Map<UserId, RoomRole> roles = new HashMap<>();
        members.active()
                .map(StoredMember::membership)
                .filter(member -> room.kind() != RoomKind.PUBLIC || member.role() != RoomRole.MEMBER)
                .forEach(member -> roles.put(member.user(), member.role()));
        return new RoomAccess(room, accessRevision, roles);
    }

    /** Stores the next message. */
    public Message append(MessageDraft draft) {
        Position position = new Position(messages.last().value() + 1);
        Message message = draft.stored(position, changes.move(new RoomRow.OfMessage(position)));
        messages.add(message, draft);
        return message;
    }

    /** Stores a message that changed. */
    public Message change(Message message) {
        Message changed = message.at(changes.move(new RoomRow.OfMessage(message.position())));
        messages.put(changed);
        return changed;
    }

    /** Stores the room itself as it changed. */
    void change(Room changed) {
        room = changed.at(moveAccess(new RoomRow.OfDetails()));
    }

    /** A change of members, roles or rules: gives its revision. */
    Revision moveAccess(RoomRow row) {
        accessRevision = changes.move(row);
        return accessRevision;
    }
}
