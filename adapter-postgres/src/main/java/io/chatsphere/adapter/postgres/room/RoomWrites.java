package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Writes what may change of a room; the caller has locked the room and moves its counter. */
final class RoomWrites {
    private RoomWrites() {}

    static void store(Handle handle, Room room) {
        bindDetails(handle.createUpdate("""
                                UPDATE rooms
                                SET name = :name, description = :description, avatar_url = :avatarUrl,
                                    max_members = :maxMembers, archived_at = :archivedAt, revision = :revision
                                WHERE id = :id
                                """), room.details())
                .bind("id", room.id().value())
                .bind("archivedAt", room.archivedAt().map(Columns::time).orElse(null))
                .bind("revision", room.revision().value())
                .execute();
    }

    /** Binds {@code name}, {@code description}, {@code avatarUrl} and {@code maxMembers}. */
    static <T extends SqlStatement<T>> T bindDetails(T statement, RoomDetails details) {
        return statement
                .bind("name", details.name())
                .bind("description", details.description().orElse(null))
                .bind("avatarUrl", details.avatarUrl().map(Object::toString).orElse(null))
                .bind(
                        "maxMembers",
                        details.maxMembers().stream().boxed().findFirst().orElse(null));
    }
}
