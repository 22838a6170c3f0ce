package io.chatsphere.adapter.postgres.message;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.postgresql.PGConnection;

/** Makes array parameters: one column of many rows each. Numbers and texts travel in binary. */
record SqlArrays(Connection connection) {
    /** @param value null where the row has none */
    <T> Array uuids(Collection<T> rows, Function<T, UUID> value) throws SQLException {
        return connection.createArrayOf("uuid", rows.stream().map(value).toArray(UUID[]::new));
    }

    /** @param value null where the row has none */
    <T> Array texts(Collection<T> rows, Function<T, String> value) throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(value).toArray(String[]::new));
    }

    <T> Array longs(Collection<T> rows, ToLongFunction<T> value) throws SQLException {
        Object numbers = rows.stream().mapToLong(value).toArray();
        return connection.unwrap(PGConnection.class).createArrayOf("int8", numbers);
    }
}
