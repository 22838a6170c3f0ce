package io.chatsphere.adapter.postgres.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.contract.NodeRegistryContract;
import io.chatsphere.domain.delivery.NodeRegistry;
import io.chatsphere.domain.id.NodeId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbiNodeRegistryTest extends NodeRegistryContract {
    private static TestDatabase database;
    private static PostgresStorage storage;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        storage = new PostgresStorage(database.config());
        storage.open();
    }

    @AfterAll
    static void close() {
        storage.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.execute("DELETE FROM nodes");
    }

    @Override
    protected NodeRegistry registry() {
        return storage.nodes();
    }

    /** The database's clock goes on, seen from what it noted. */
    @Override
    protected void pass(Duration time) {
        database.execute("UPDATE nodes SET last_seen_at = last_seen_at - interval '" + time.toMillis() + " ms'");
    }

    @Test
    void rows_of_dead_nodes_vanish() throws SQLException {
        Duration ttl = Duration.ofMinutes(1);
        registry().renew(new NodeId(UUID.randomUUID()), ttl);
        pass(ttl.plusSeconds(1));

        registry().renew(new NodeId(UUID.randomUUID()), ttl);

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM nodes")) {
            rows.next();
            assertThat(rows.getInt(1)).isOne();
        }
    }
}
