package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.Summaries;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.DirectRoom;
import io.chatsphere.domain.room.Member;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.Slug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rooms. */
final class RoomQueries {
    /** Sorts before every id. */
    private static final UUID NOBODY = new UUID(0, 0);

    private RoomQueries() {}

    /**
     * Counter, room and roles in one statement, so that they are of one moment. The plain members of a public room, of whom
     * there may be very many, are not read at all.
     */
    static Optional<RoomAccess> access(Handle handle, RoomId id) {
        List<AccessRow> rows = handle.createQuery("SELECT " + RoomRows.COLUMNS + """
                        , c.access_revision, m.user_id AS member, m.role AS member_role
                        FROM rooms r
                        JOIN room_counters c ON c.room_id = r.id
                        LEFT JOIN LATERAL (
                            SELECT user_id, role FROM room_members
                            WHERE room_id = r.id AND left_at IS NULL AND role <> 'MEMBER'
                            UNION ALL
                            SELECT user_id, role FROM room_members
                            WHERE room_id = r.id AND left_at IS NULL AND role = 'MEMBER' AND r.kind <> 'PUBLIC'
                        ) m ON true
                        WHERE r.id = :id
                        """)
                .bind("id", id.value())
                .map(AccessRow::read)
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<UserId, RoomRole> roles = new HashMap<>();
        rows.forEach(row -> row.member().ifPresent(member -> roles.put(member, row.role())));
        return Optional.of(
                new RoomAccess(rows.getFirst().room(), rows.getFirst().revision(), roles));
    }

    static DirectRoom direct(Handle handle, DirectPair pair, boolean fresh) {
        Room room = handle.createQuery(
                        "SELECT " + RoomRows.COLUMNS + "FROM rooms r WHERE r.user_low = :low AND r.user_high = :high")
                .bind("low", pair.low().value())
                .bind("high", pair.high().value())
                .map(RoomRows::room)
                .one();
        List<Membership> members = handle.createQuery("SELECT " + MembershipRows.COLUMNS
                        + "FROM room_members m WHERE m.room_id = :room ORDER BY m.user_id")
                .bind("room", room.id().value())
                .map(MembershipRows::membership)
                .list();
        return new DirectRoom(room, members, fresh);
    }

    static List<Room> listPublic(Handle handle, Optional<Slug> after, int limit) {
        return handle.createQuery("SELECT " + RoomRows.COLUMNS + """
                        FROM rooms r
                        WHERE r.kind = 'PUBLIC' AND r.archived_at IS NULL
                          AND (:after IS NULL OR (r.created_at, r.slug) >
                              (SELECT a.created_at, a.slug FROM rooms a WHERE a.slug = :after))
                        ORDER BY r.created_at, r.slug
                        LIMIT :limit
                        """)
                .bind("after", after.map(Slug::value).orElse(null))
                .bind("limit", limit)
                .map(RoomRows::room)
                .list();
    }

    /** The page is cut before the users are looked up, each by its key. */
    static List<Member> listMembers(Handle handle, RoomId room, Optional<UserId> after, int limit) {
        return handle.createQuery("SELECT m.role, m.joined_at, " + Summaries.COLUMNS + """
                        FROM (
                            SELECT * FROM room_members
                            WHERE room_id = :room AND user_id > :after AND left_at IS NULL
                            ORDER BY user_id
                            LIMIT :limit
                        ) m
                        CROSS JOIN LATERAL (SELECT * FROM users WHERE id = m.user_id LIMIT 1) u
                        ORDER BY m.user_id
                        """)
                .bind("room", room.value())
                .bind("after", after.map(UserId::value).orElse(NOBODY))
                .bind("limit", limit)
                .map((row, context) -> new Member(
                        Summaries.read(row),
                        RoomRole.valueOf(row.getString("role")),
                        Columns.instant(row, "joined_at")))
                .list();
    }

    private record AccessRow(Room room, Revision revision, Optional<UserId> member, RoomRole role) {
        static AccessRow read(ResultSet row, StatementContext context) throws SQLException {
            Optional<UserId> member =
                    Optional.ofNullable(row.getObject("member", UUID.class)).map(UserId::new);
            RoomRole role = member.isPresent() ? RoomRole.valueOf(row.getString("member_role")) : RoomRole.MEMBER;
            return new AccessRow(
                    RoomRows.room(row, context), new Revision(row.getLong("access_revision")), member, role);
        }
    }
}
