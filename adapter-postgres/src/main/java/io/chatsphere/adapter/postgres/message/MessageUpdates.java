package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.room.LockedAccess;
import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.UpdatedMessage;
import io.chatsphere.domain.room.RoomAccess;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** Changes stored messages inside a transaction. */
final class MessageUpdates {
    private MessageUpdates() {}

    static UpdatedMessage update(Handle handle, MessageId id, BiFunction<RoomAccess, Message, Message> change) {
        LockedAccess locked =
                LockedAccess.lock(handle, require(handle, id).room()).orElseThrow(MessageUpdates::notFound);
        // Read again: it may have changed while the lock was waited for.
        Message current = require(handle, id);
        Message wanted = change.apply(locked.access(), current);
        if (isSame(wanted, current)) {
            return new UpdatedMessage(current, false);
        }
        Revision next = locked.revision().next();
        store(handle, current, wanted, next);
        locked.moveTo(handle, next);
        return new UpdatedMessage(require(handle, id), true);
    }

    private static boolean isSame(Message wanted, Message current) {
        return wanted.content().equals(current.content())
                && wanted.editedAt().equals(current.editedAt())
                && wanted.deletedAt().equals(current.deletedAt());
    }

    private static void store(Handle handle, Message current, Message wanted, Revision revision) {
        handle.createUpdate("""
                        UPDATE messages
                        SET content = :content, edited_at = :editedAt, deleted_at = :deletedAt, revision = :revision
                        WHERE room_id = :room AND position = :position
                        """)
                .bind("room", current.room().value())
                .bind("position", current.position().value())
                .bind("content", wanted.content().map(MessageContent::text).orElse(null))
                .bind("editedAt", wanted.editedAt().map(Columns::time).orElse(null))
                .bind("deletedAt", wanted.deletedAt().map(Columns::time).orElse(null))
                .bind("revision", revision.value())
                .execute();
    }

    private static Message require(Handle handle, MessageId id) {
        return MessageQueries.find(handle, id).orElseThrow(MessageUpdates::notFound);
    }

    private static ChatException notFound() {
        return new ChatException.NotFound(ErrorCode.MESSAGE_NOT_FOUND);
    }
}
