package io.chatsphere.bootstrap.process.script;

import io.chatsphere.bootstrap.config.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The start script in a folder of its own, beside a jar, as a release has it. */
final class StartScript {
    private static final Path JAR = Path.of(System.getProperty("chatsphere.jar"));
    private static final Path SCRIPT = JAR.resolve("../../../chatsphere").normalize();

    /** A recording is ten seconds of work, on a machine that may be busy. */
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final Path folder;

    StartScript(Path folder) throws IOException {
        this.folder = folder;
        Files.copy(SCRIPT, folder.resolve("chatsphere"));
        Files.copy(JAR, jar());
    }

    /** What it printed, and how it ended. */
    record Outcome(int code, String output) {}

    Path jar() {
        return folder.resolve("chatsphere.jar");
    }

    /** The names of the caches that are there, and of what a recording leaves behind. */
    List<String> caches() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".aot"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end, with these options for the virtual machine. */
    Outcome run(String options, String... arguments) {
        return run(List.of(), options, arguments);
    }

    /** The same by somebody who may do nothing but what file permissions say, whoever runs the tests. */
    Outcome runWithoutPrivileges(String options, String... arguments) {
        return run(List.of("unshare", "--user", "--"), options, arguments);
    }

    private Outcome run(List<String> before, String options, String... arguments) {
        try {
            Path output = Files.createTempFile("chatsphere", ".log");
            Process process = start(before, options, output, arguments);
            try {
                if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new AssertionError("does not end: " + Files.readString(output));
                }
                return new Outcome(process.exitValue(), Files.readString(output));
            } finally {
                process.destroy();
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts it and returns at once. */
    Process start(String options, Path output, String... arguments) throws IOException {
        return start(List.of(), options, output, arguments);
    }

    private Process start(List<String> before, String options, Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of("sh", folder.resolve("chatsphere").toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        for (Setting setting : Setting.values()) {
            builder.environment().remove(setting.name());
        }
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CHATSPHERE_JAVA_OPTS", options);
        return builder.directory(folder.toFile()).start();
    }
}
