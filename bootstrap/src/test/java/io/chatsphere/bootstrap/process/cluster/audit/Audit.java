package io.chatsphere.bootstrap.process.cluster.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.process.cluster.client.Acknowledged;
import io.chatsphere.bootstrap.process.cluster.client.Chat;
import io.chatsphere.bootstrap.process.cluster.client.Finding.Kind;
import io.chatsphere.bootstrap.process.cluster.client.Findings;
import io.chatsphere.bootstrap.process.cluster.client.Follower;
import io.chatsphere.bootstrap.process.cluster.client.Volume;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares what the clients were told with what was committed, when all is quiet. */
public final class Audit {
    private static final String COUNTERS = """
            SELECT c.room_id, c.revision, c.position,
                (SELECT count(*) FROM messages m WHERE m.room_id = c.room_id) AS messages
            FROM room_counters c""";

    private static final String MESSAGES =
            "SELECT room_id, from_user_id, client_message_id, id, position FROM messages";

    /** A recount from the log, without what the server does to be quick. */
    private static final String UNREAD = """
            SELECT count(*) FROM messages m
            JOIN room_members r ON r.room_id = m.room_id AND r.user_id = ?
            LEFT JOIN room_preferences p ON p.room_id = m.room_id AND p.user_id = r.user_id
            WHERE m.room_id = ? AND m.deleted_at IS NULL AND m.position > greatest(
                r.joined_position, p.read_position, (
                    SELECT max(own.position) FROM messages own
                    WHERE own.room_id = m.room_id AND own.from_user_id = r.user_id
                      AND own.position > coalesce(p.unread_floor, 0)))""";

    private static final int COUNTED = 999;

    private final Connection connection;
    private final Truth truth;
    private final Findings findings;

    private Audit(Connection connection, Truth truth, Findings findings) {
        this.connection = connection;
        this.truth = truth;
        this.findings = findings;
    }

    /** Reads what was committed. */
    public static Audit of(Connection connection, Findings findings) throws SQLException {
        return new Audit(connection, Truth.read(connection), findings);
    }

    /** Checks everything of these clients but their unread counts, and says how much that was. */
    public Volume check(Collection<Follower> followers) throws SQLException {
        checkOrder();
        checkAcknowledged(followers);
        followers.forEach(this::checkTrails);
        return followers.stream().map(Follower::volume).reduce(Volume.NONE, Volume::plus);
    }

    private void checkTrails(Follower reader) {
        reader.trails()
                .forEach((chat, trail) -> truth.room(reader.person().id(), chat)
                        .map(truth::record)
                        .ifPresentOrElse(
                                room -> new TrailAudit(findings, reader, chat, room).check(trail),
                                () -> findings.add(
                                        Kind.UNEXPECTED, reader.person().name(), chat, "there is no such room")));
    }

    /** Positions and revisions are 1 to n, in the order of commits, and the counters say so. */
    private void checkOrder() throws SQLException {
        truth.records()
                .values()
                .forEach(room -> room.faults().forEach(fault -> findings.add(Kind.REORDERED, "all", room.id(), fault)));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COUNTERS)) {
            while (rows.next()) {
                RoomRecord room = truth.record(rows.getObject("room_id", UUID.class));
                long position = rows.getLong("position");
                if (rows.getLong("revision") != room.head()
                        || position != room.lastPosition()
                        || position != rows.getLong("messages")) {
                    findings.add(Kind.LOST, "all", room.id(), "the counters are not those of the log");
                }
            }
        }
    }

    /** What was acknowledged is stored as it was acknowledged, what is stored was sent, and each once. */
    private void checkAcknowledged(Collection<Follower> followers) throws SQLException {
        Map<String, Follower> senders = new HashMap<>();
        followers.forEach(follower -> senders.put(follower.person().id(), follower));
        Map<String, Acknowledged> missing = new HashMap<>();
        followers.forEach(follower -> missing.putAll(follower.acknowledged()));
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(COUNTED);
            ResultSet rows = statement.executeQuery(MESSAGES);
            while (rows.next()) {
                String id = rows.getString("client_message_id");
                Acknowledged told = missing.remove(id);
                if (told == null) {
                    findings.add(
                            Kind.DUPLICATED, id, rows.getString("room_id"), "stored, and not acknowledged as such");
                } else {
                    checkStored(senders.get(rows.getString("from_user_id")), told, rows);
                }
            }
        }
        missing.forEach((id, told) -> findings.add(Kind.LOST, id, told.chat(), "acknowledged and not stored: " + told));
    }

    private void checkStored(Follower sender, Acknowledged told, ResultSet row) throws SQLException {
        UUID room = row.getObject("room_id", UUID.class);
        boolean isThere = truth.room(sender.person().id(), told.chat())
                .filter(room::equals)
                .isPresent();
        if (!isThere || !told.id().equals(row.getString("id")) || told.position() != row.getLong("position")) {
            findings.add(
                    Kind.REORDERED,
                    sender.person().name(),
                    told.chat(),
                    "acknowledged as " + told + ", stored as " + row.getString("id") + " at "
                            + row.getLong("position"));
        }
    }

    /** Compares the unread counts that a client was given with a recount. */
    public void checkUnread(Follower follower, List<JsonNode> conversations) throws SQLException {
        for (JsonNode conversation : conversations) {
            Chat chat = Chat.of(conversation);
            String reader = follower.person().id();
            int counted =
                    Math.min(COUNTED, unread(reader, truth.room(reader, chat).orElseThrow()));
            if (counted != conversation.get("unread_count").asInt()) {
                findings.add(
                        Kind.MISCOUNTED, follower.person().name(), chat, counted + " unread, told " + conversation);
            }
        }
    }

    private int unread(String reader, UUID room) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNREAD)) {
            statement.setObject(1, UUID.fromString(reader));
            statement.setObject(2, room);
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }
}
