package io.chatsphere.bootstrap.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A PostgreSQL of a test's own, with durable settings, that can be stopped and started again on the same port with the same
 * data. It is made of the programs that the server brings along, so that no machine is without it.
 */
public final class RestartablePostgres implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Path folder;
    private final PostgresPrograms programs;
    private final Cluster cluster;
    private final String password;
    private final int port;

    private RestartablePostgres(Path folder, PostgresPrograms programs, String password, int port) {
        this.folder = folder;
        this.programs = programs;
        this.cluster = new Cluster(folder, programs);
        this.password = password;
        this.port = port;
    }

    /** Makes a database in this folder and starts it on a free port. */
    public static RestartablePostgres start(Path folder) {
        try {
            Path passwordFile = Files.writeString(folder.resolve("password"), "test");
            RestartablePostgres postgres = new RestartablePostgres(
                    folder, new PostgresPrograms(PostgresArchive.unpack(folder)), "test", freePort());
            postgres.cluster.initialise(passwordFile);
            postgres.start();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its URL, with user and password. */
    public String url() {
        return "postgresql://" + Cluster.USER + ":" + password + "@" + Cluster.HOST + ":" + port + "/postgres";
    }

    /** A connection with the server's own settings; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + Cluster.HOST + ":" + port + "/postgres", Cluster.USER, password);
    }

    /** Ends all connections, rolls back what is open, and stops. */
    public void stop() {
        stop("fast");
    }

    /** Stops as if the power had gone: the next start recovers from the log. */
    public void crash() {
        stop("immediate");
    }

    /** Starts again and waits until it takes connections. */
    public void start() {
        try {
            cluster.start(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (cluster.isRunning()) {
                crash();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            return free.getLocalPort();
        }
    }

    private void stop(String mode) {
        try {
            programs.run("pg_ctl", List.of("stop", "--pgdata=" + folder.resolve("data"), "--mode=" + mode, "--wait"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
