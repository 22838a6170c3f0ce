package io.chatsphere.bootstrap.database;

import io.chatsphere.bootstrap.error.StartException;
import io.chatsphere.bootstrap.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One data directory, and the server that runs on it. To be used with the folder's lock held. */
final class Cluster {
    static final String USER = "chatsphere";
    static final String HOST = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    private final Path folder;
    private final Path data;
    private final PostgresPrograms programs;

    /** The data directory {@code data} in this folder. */
    Cluster(Path folder, PostgresPrograms programs) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.programs = programs;
    }

    /** Makes the data directory if it is missing; in a folder beside, renamed at the end: half of one would never start. */
    void initialise(Path passwordFile) throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        LOG.info("Making a new database in {}", folder);
        Path draft = folder.resolve("data.new");
        Folders.delete(draft);
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + draft,
                        "--username=" + USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    boolean isRunning() throws IOException {
        return Postmaster.isRunning(data);
    }

    /** Starts the server and waits until it takes connections. It does not die with this process. */
    void start(int port) throws IOException {
        programs.run(
                "pg_ctl",
                List.of(
                        "start",
                        "--pgdata=" + data,
                        "--log=" + folder.resolve("server.log"),
                        "--wait",
                        "--timeout=120",
                        "--options=-c " + String.join(" -c ", settings(port))));
    }

    /** Ends its connections, rolls back what is open and stops it. */
    void stop() throws IOException {
        try {
            programs.run("pg_ctl", stopIn("fast", 5));
        } catch (StartException e) {
            LOG.warn("PostgreSQL did not stop in time; stopping it at once, its log brings back the rest");
            programs.run("pg_ctl", stopIn("immediate", 3));
        }
    }

    private List<String> stopIn(String mode, int seconds) {
        return List.of("stop", "--pgdata=" + data, "--mode=" + mode, "--wait", "--timeout=" + seconds);
    }

    /** Failed statements are reported by whoever sent them; in the server's log they would show what users wrote. */
    private static List<String> settings(int port) {
        return List.of(
                "listen_addresses=" + HOST,
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "log_min_messages=log",
                "log_min_error_statement=panic",
                "log_checkpoints=off");
    }
}
