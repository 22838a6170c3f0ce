package io.chatsphere.bootstrap.process.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.bootstrap.process.AtOnce;
import io.chatsphere.bootstrap.process.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The cache that makes starts quick: it comes by itself, is used while it fits, and is never in the way. */
@EnabledForJreRange(min = JRE.JAVA_25, disabledReason = "Earlier versions of Java have no such cache.")
final class StartScriptIT {
    private static final int TERMINATED = 143;
    private static final String RECORDING = "recording a start";
    private static final String ANSWER = "ChatSphere \\S+\n";
    private static final String FROM_CACHE = "io.chatsphere.bootstrap.Main source: shared objects file";
    private static final String FROM_JAR = "io.chatsphere.bootstrap.Main source: file:";
    private static final String SHOW = "-Xlog:class+load";

    @TempDir
    private Path folder;

    private StartScript script;

    @BeforeEach
    void install() throws IOException {
        script = new StartScript(folder);
    }

    @Test
    void the_first_starts_record_and_later_ones_read() throws Exception {
        List<StartScript.Outcome> first = AtOnce.run(2, i -> script.run("", "--version"));
        assertThat(first).allSatisfy(start -> {
            assertThat(start.code()).isZero();
            assertThat(start.output()).contains(RECORDING).containsPattern(ANSWER);
        });
        assertThat(script.caches()).singleElement().asString().matches("chatsphere-[0-9.]+\\.aot");
        assertThat(script.run("", "--version").output()).matches(ANSWER);
        assertThat(script.run(SHOW, "--version").output()).contains(FROM_CACHE);

        assertThat(script.run("-XX:-UseCompactObjectHeaders", "--version").output())
                .as("with options that the cache does not fit")
                .matches(ANSWER);

        makeNewer(script.jar());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThat(script.runWithoutPrivileges("", "--version").output())
                .as("with a newer jar, where no cache can be written")
                .matches(ANSWER);
        assertThat(script.runWithoutPrivileges(SHOW, "--version").output()).contains(FROM_JAR);
    }

    @Test
    void a_recording_that_fails_is_tried_once_for_each_jar_and_keeps_nobody_from_starting() throws IOException {
        Files.writeString(script.jar(), "This is no program.");

        assertThat(script.run("", "--version").output())
                .contains(RECORDING, "that did not work")
                .contains("corrupt jarfile");
        assertThat(script.caches()).hasSize(1);
        assertThat(script.run("", "--version").output())
                .doesNotContain(RECORDING)
                .contains("corrupt jarfile");

        makeNewer(script.jar());
        assertThat(script.run("", "--version").output()).contains(RECORDING);
    }

    @Test
    void whoever_decides_about_caches_is_left_alone() {
        assertThat(script.run("-XX:AOTMode=off", "--version").output()).matches(ANSWER);
        assertThat(script.run("-Xshare:off", "--version").output()).matches(ANSWER);
        assertThat(script.caches()).isEmpty();
    }

    @Test
    void a_training_run_that_is_broken_off_leaves_nothing_behind() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process training =
                script.start("-XX:AOTMode=off -Djava.io.tmpdir=" + temporary, folder.resolve("output"), "training-run");
        Patience.await().until(() -> postmaster(temporary).isPresent());
        ProcessHandle postmaster = postmaster(temporary).orElseThrow();

        training.destroy();

        assertThat(training.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(training.exitValue()).isEqualTo(TERMINATED);
        assertThat(temporary).isEmptyDirectory();
        Patience.await().until(() -> !postmaster.isAlive());
    }

    private static void makeNewer(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    }

    private static Optional<ProcessHandle> postmaster(Path temporary) throws IOException {
        for (Path folder : children(temporary)) {
            Path file = folder.resolve("postgres/data/postmaster.pid");
            if (Files.exists(file)) {
                return Files.readAllLines(file).stream()
                        .limit(1)
                        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())).stream())
                        .findAny();
            }
        }
        return Optional.empty();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
