package io.chatsphere.adapter.postgres.delivery;

import io.chatsphere.adapter.postgres.sql.Database;
import io.chatsphere.domain.delivery.NodeRegistry;
import io.chatsphere.domain.id.NodeId;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Keeps a row for each node in PostgreSQL, by whose clock it expires. */
public final class JdbiNodeRegistry implements NodeRegistry {
    /** All three see the nodes as they were before: the one that renews is counted beside the others. */
    private static final String RENEW = """
            WITH dead AS (
                DELETE FROM nodes WHERE id IN (
                    SELECT id FROM nodes
                    WHERE id <> :node AND last_seen_at <= now() - make_interval(secs => :ttl)
                    FOR UPDATE SKIP LOCKED)
            ), beat AS (
                INSERT INTO nodes (id, started_at, last_seen_at) VALUES (:node, now(), now())
                ON CONFLICT (id) DO UPDATE SET last_seen_at = now()
            )
            SELECT 1 + count(*) FROM nodes
            WHERE id <> :node AND last_seen_at > now() - make_interval(secs => :ttl)""";

    /** A heartbeat that a crash forgets is no loss, and nobody should wait for the disk because of it. */
    private static final String WITHOUT_FLUSH = "SET LOCAL synchronous_commit = off";

    private final Database database;

    public JdbiNodeRegistry(Database database) {
        this.database = database;
    }

    @Override
    public int renew(NodeId node, Duration ttl) {
        return database.write(handle -> {
            handle.execute(WITHOUT_FLUSH);
            return renew(handle, node, ttl);
        });
    }

    @Override
    public void remove(NodeId node) {
        database.write(handle -> handle.createUpdate("DELETE FROM nodes WHERE id = :node")
                .bind("node", node.value())
                .execute());
    }

    private static int renew(Handle handle, NodeId node, Duration ttl) {
        return handle.createQuery(RENEW)
                .bind("node", node.value())
                .bind("ttl", ttl.toMillis() / 1_000.0)
                .mapTo(Integer.class)
                .one();
    }
}
