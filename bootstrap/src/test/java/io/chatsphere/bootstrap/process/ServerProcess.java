package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.bootstrap.config.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The server as a process of its own, started from the packaged jar. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Pattern SERVES = Pattern.compile(" serves (http://\\S+)");

    private final Process process;
    private final Path output;

    private ServerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the program and returns at once. */
    public static ServerProcess run(String... arguments) {
        return runIn(Path.of("").toAbsolutePath(), arguments);
    }

    /** The same, started in this folder. */
    public static ServerProcess runIn(Path folder, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-jar", System.getProperty("chatsphere.jar")));
        command.addAll(Arrays.asList(arguments));
        try {
            Path output = Files.createTempFile("chatsphere", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.directory(folder.toFile());
            for (Setting setting : Setting.values()) {
                builder.environment().remove(setting.name());
            }
            return new ServerProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server on a free port and waits until it serves. */
    public static ServerProcess serve(String... arguments) {
        List<String> all = new ArrayList<>(List.of("serve", "--host=127.0.0.1", "--port=0"));
        all.addAll(Arrays.asList(arguments));
        ServerProcess server = run(all.toArray(String[]::new));
        try {
            Awaitility.await()
                    .atMost(START)
                    .until(() -> !server.process.isAlive() || server.matcher().find());
            assertThat(server.process.isAlive()).as(server.output()).isTrue();
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Where it serves. */
    public URI uri() {
        Matcher matcher = matcher();
        assertThat(matcher.find()).isTrue();
        return URI.create(matcher.group(1));
    }

    /** What it printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, as a supervisor does. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it without a chance to do anything about it. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Waits for its end and returns its exit code. */
    public int awaitEnd(Duration deadline) {
        try {
            assertThat(process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS))
                    .as("ended within %s: %s", deadline, output())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it if it still runs, cleanly if it can, so that no database stays behind. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.delete(output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Matcher matcher() {
        return SERVES.matcher(output());
    }
}
