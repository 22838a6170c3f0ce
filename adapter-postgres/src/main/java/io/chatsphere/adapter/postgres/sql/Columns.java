package io.chatsphere.adapter.postgres.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads and writes the types that the tables use. */
public final class Columns {
    private Columns() {}

    /** A UUID that is there. */
    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** A UUID that may be missing. */
    public static Optional<UUID> maybeUuid(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    /** A text that may be missing. */
    public static Optional<String> maybeText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** A time that is there. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A time that may be missing. */
    public static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A time as it is stored: to the millisecond. */
    public static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    /** The UUIDs of ids, for an array parameter. */
    public static <T> UUID[] uuids(Collection<T> ids, Function<T, UUID> value) {
        return ids.stream().map(value).distinct().toArray(UUID[]::new);
    }

    /** Whether PostgreSQL can take this as text: neither U+0000 nor a lone surrogate in it. */
    public static boolean isText(String value) {
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int codePoint = value.codePointAt(i);
            if (codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE) {
                return false;
            }
        }
        return true;
    }
}
