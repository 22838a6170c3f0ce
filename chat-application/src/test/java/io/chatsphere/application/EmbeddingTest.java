package io.chatsphere.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.Storage;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {
    @TempDir
    private Path folder;

    @Test
    void a_plain_program_with_these_two_jars_and_no_other_has_a_chat() throws Exception {
        Path output = folder.resolve("output.txt");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        EmbeddedChat.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(output, StandardCharsets.UTF_8).lines())
                .containsExactly("open for bert", "live: anna says Hello, Bert!", "history: Hello, Bert!");
        assertThat(program.exitValue()).isZero();
    }

    /** The two modules, and a folder with nothing but the program. */
    private String classPath() throws IOException, URISyntaxException {
        Path program = folder.resolve("program");
        Path source = where(EmbeddedChat.class).resolve("io/chatsphere/application");
        Path target = Files.createDirectories(program.resolve("io/chatsphere/application"));
        for (String name : new String[] {"EmbeddedChat.class", "EmbeddedChat$Printer.class"}) {
            Files.copy(source.resolve(name), target.resolve(name));
        }
        return String.join(
                File.pathSeparator,
                where(Storage.class).toString(),
                where(ChatSphere.class).toString(),
                program.toString());
    }

    private static Path where(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
