package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.RoomDirectory;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.HistoryVisibility;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomKind;
import java.util.List;
import java.util.Optional;

/** Reads what changed in a room behind a client's cursor: for clients without a live session, or to fill a gap. */
public final class ReadChanges {
    /** So many changes are read at once, at most. */
    public static final int MAX_LIMIT = 1_000;

    private final Storage storage;
    private final RoomDirectory directory;

    public ReadChanges(Storage storage, RoomDirectory directory) {
        this.storage = storage;
        this.directory = directory;
    }

    /**
     * Which changes are wanted.
     *
     * @param epoch the life of the store that the cursor is of; empty only for a cursor at zero
     * @param limit 1 to {@link #MAX_LIMIT}
     */
    public record Query(RoomCursor cursor, Optional<Epoch> epoch, int limit) {}

    /**
     * Reads them: fewer than the limit also where they are heavy. Two who never wrote to each other have none.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room
     * @throws ChatException.Invalid with {@code SELF_CHAT}
     */
    public MissedChanges handle(Caller caller, Query query) {
        // Before the changes: those of a store that was replaced meanwhile then go by the old one's name, and mean
        // nothing.
        Epoch epoch = storage.changes().epoch();
        RoomAddress chat = query.cursor().chat();
        Optional<RoomId> room = directory.find(chat, caller.user());
        Revision after = query.cursor().revision();
        boolean foreign = query.epoch().filter(epoch::equals).isEmpty() && after.isAfter(Revision.ZERO);
        if (room.isEmpty() && chat instanceof RoomAddress.Direct) {
            return new MissedChanges(epoch, Revision.ZERO, true, after.isAfter(Revision.ZERO), List.of());
        }
        RoomAccess access = room.flatMap(storage.rooms()::findAccess).orElseThrow(ReadChanges::notFound);
        access.refusalToRead(caller.user()).ifPresent(refusal -> {
            throw refusal;
        });
        RoomChanges page = LightPage.of(storage.changes().since(access.room().id(), after, query.limit()));
        Revision joined = visibleBehind(access.room(), caller);
        if (foreign || joined.isAfter(after) || after.isAfter(page.upTo())) {
            return new MissedChanges(epoch, head(access.room()), true, true, List.of());
        }
        return new MissedChanges(
                epoch,
                page.upTo(),
                page.complete(),
                false,
                Fanout.chain(access.room(), caller.user(), joined, after, page.changes()));
    }

    /**
     * Nothing at or before this revision is for the caller. Read behind the page: who was removed while it was read, and
     * perhaps let in again, gets nothing of it.
     */
    private Revision visibleBehind(Room room, Caller caller) {
        if (room.kind() == RoomKind.PUBLIC && room.historyVisibility() == HistoryVisibility.ALL) {
            return Revision.ZERO;
        }
        return storage.rooms()
                .findMembership(room.id(), caller.user())
                .filter(Membership::isActive)
                .map(Membership::joinedRevision)
                .orElseThrow(ReadChanges::notFound);
    }

    private Revision head(Room room) {
        return storage.changes().heads(List.of(room.id())).getOrDefault(room.id(), Revision.ZERO);
    }

    private static ChatException.NotFound notFound() {
        return new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND);
    }
}
