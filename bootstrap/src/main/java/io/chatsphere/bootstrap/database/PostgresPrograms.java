package io.chatsphere.bootstrap.database;

import io.chatsphere.bootstrap.error.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code initdb} and {@code pg_ctl} and waits for them. */
final class PostgresPrograms {
    private static final Duration DEADLINE = Duration.ofMinutes(3);

    private final Path home;

    PostgresPrograms(Path home) {
        this.home = home;
    }

    /**
     * Runs a program to its end.
     *
     * @throws StartException if it fails or hangs; its output is the cause's message
     */
    void run(String program, List<String> arguments) throws IOException {
        Path output = Files.createTempFile(program, ".out");
        try {
            Process process = start(program, arguments, output);
            if (!ended(process)) {
                process.destroyForcibly();
                throw failure(program, "took longer than " + DEADLINE.toMinutes() + " minutes", output);
            }
            if (process.exitValue() != 0) {
                throw failure(program, "failed", output);
            }
        } finally {
            Files.delete(output);
        }
    }

    /** The output goes to a file: a started server inherits it and would keep a pipe open for ever. */
    private Process start(String program, List<String> arguments, Path output) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody and still owns its files.
            command.addAll(List.of("unshare", "--user", "--"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .start();
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static StartException failure(String program, String what, Path output) throws IOException {
        String said = Files.readString(output).strip();
        String hint = isRoot() ? " (as root it needs user namespaces; an ordinary user does not)" : "";
        return new StartException(
                "The embedded PostgreSQL's " + program + " " + what + hint
                        + "; set DATABASE_URL to use a PostgreSQL of your own.",
                new IOException(said));
    }
}
