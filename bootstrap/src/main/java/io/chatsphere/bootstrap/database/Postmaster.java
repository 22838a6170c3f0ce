package io.chatsphere.bootstrap.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who runs a data directory, by the pid file that PostgreSQL leaves in it. */
final class Postmaster {
    private Postmaster() {}

    /**
     * Removes the pid file of a server that is gone when its number now belongs to some other process: PostgreSQL would take
     * that one for its predecessor and refuse to start. To be called with the directory's lock held.
     *
     * @return whether a server really runs on this directory
     */
    static boolean isRunning(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        Optional<Long> pid = pidIn(file);
        if (pid.isEmpty() || ProcessHandle.of(pid.get()).isEmpty()) {
            return false;
        }
        if (runsIn(pid.get(), data)) {
            return true;
        }
        Files.deleteIfExists(file);
        return false;
    }

    private static Optional<Long> pidIn(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A postmaster works in its data directory, and nobody else does so under the name of postgres. */
    private static boolean runsIn(long pid, Path data) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            Path program = Files.readSymbolicLink(process.resolve("exe"));
            Path folder = Files.readSymbolicLink(process.resolve("cwd"));
            return program.getFileName().toString().startsWith("postgres") && folder.equals(data.toRealPath());
        } catch (IOException e) {
            return false; // gone meanwhile, or the process of a stranger: in either case not ours
        }
    }
}
