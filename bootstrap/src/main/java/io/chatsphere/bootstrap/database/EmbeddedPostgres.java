package io.chatsphere.bootstrap.database;

import io.chatsphere.bootstrap.error.StartException;
import io.chatsphere.bootstrap.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that runs beside this process and keeps its data in a folder. Its settings are durable; it is reachable
 * from this machine alone, on a free port, with a password that only the folder's owner can read. It survives this process
 * being killed: the next start on the same folder stops it cleanly and starts it anew.
 *
 * <p>To be closed once, by whoever started it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int ATTEMPTS = 3;

    private final DirectoryLock lock;
    private final Cluster cluster;
    private final int port;
    private final String password;

    private EmbeddedPostgres(DirectoryLock lock, Cluster cluster, int port, String password) {
        this.lock = lock;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts PostgreSQL on this folder, which is made if it is missing.
     *
     * @throws StartException if another server uses the folder, or PostgreSQL cannot run here
     */
    public static EmbeddedPostgres start(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        try {
            DirectoryLock lock = DirectoryLock.take(place);
            try {
                return start(place, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartException("The embedded PostgreSQL cannot use the folder " + place + ".", e);
        }
    }

    private static EmbeddedPostgres start(Path folder, DirectoryLock lock) throws IOException {
        Cluster cluster = new Cluster(folder, new PostgresPrograms(PostgresArchive.unpack(folder)));
        Path passwordFile = folder.resolve("password");
        String password = PrivateFiles.secret(passwordFile);
        cluster.initialise(passwordFile);
        if (cluster.isRunning()) {
            LOG.warn("The last run was killed and left its PostgreSQL behind; stopping it");
            cluster.stop();
        }
        return new EmbeddedPostgres(lock, cluster, startOnFreePort(cluster), password);
    }

    /** Where to connect. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + Cluster.HOST + ":" + port + "/postgres";
    }

    /** Who connects. */
    public String user() {
        return Cluster.USER;
    }

    /** With what. */
    public String password() {
        return password;
    }

    /** Stops PostgreSQL, which ends its connections, and gives the folder back. */
    @Override
    public void close() {
        try (lock) {
            if (cluster.isRunning()) {
                cluster.stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int startOnFreePort(Cluster cluster) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                cluster.start(port);
                return port;
            } catch (StartException e) {
                // Somebody else may have taken the port in between.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
