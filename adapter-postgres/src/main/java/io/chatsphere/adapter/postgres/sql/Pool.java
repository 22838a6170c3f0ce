package io.chatsphere.adapter.postgres.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes data sources of our own; no connection is opened before one is asked for. */
public final class Pool {
    /** How long a caller waits for a connection, and a connection for the server. */
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Longer than any statement may take: only a dead network gets here. */
    public static final Duration SILENCE = Duration.ofSeconds(10);

    private Pool() {}

    /** A pool whose connections have {@link SessionSettings}. */
    public static HikariDataSource of(DatabaseUrl url, int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("chatsphere");
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setJdbcUrl(url.jdbcUrl());
        url.user().ifPresent(pool::setUsername);
        url.password().ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(Math.min(size, 2));
        pool.setConnectionTimeout(CONNECT.toMillis());
        pool.setValidationTimeout(Duration.ofSeconds(2).toMillis());
        // The pool starts without a database and finds it when it is there.
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionInitSql(SessionSettings.FOR_SESSION);
        pool.addDataSourceProperty("ApplicationName", "chatsphere");
        pool.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        pool.addDataSourceProperty("socketTimeout", Long.toString(SILENCE.toSeconds()));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // The detail of an error quotes values, which belong into no log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    /** New connections, to be kept for long; the settings are the caller's to make. */
    public static DataSource unpooled(DatabaseUrl url) {
        PGSimpleDataSource source = plain(url);
        source.setApplicationName("chatsphere");
        source.setSocketTimeout((int) SILENCE.toSeconds());
        source.setLogServerErrorDetail(false);
        return source;
    }

    /** New connections without a deadline: a migration may take longer than any request. */
    public static DataSource patient(DatabaseUrl url) {
        return plain(url);
    }

    private static PGSimpleDataSource plain(DatabaseUrl url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout((int) CONNECT.toSeconds());
        source.setTcpKeepAlive(true);
        source.setUrl(url.jdbcUrl());
        url.user().ifPresent(source::setUser);
        url.password().ifPresent(source::setPassword);
        return source;
    }
}
