package io.chatsphere.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small things, named well: the sources of all modules, which lie beside this one. */
final class SourceSizeTest {
    private static final int MOST_LINES = 250;
    private static final int LINES_OF_NEARLY_ALL = 150;
    private static final int LINES_OF_HALF = 60;
    private static final int MODULES = 7;

    private final List<Path> sources = sources();

    @Test
    void no_source_is_longer_than_250_lines() {
        assertThat(sources).allSatisfy(source -> assertThat(lines(source)).isLessThanOrEqualTo(MOST_LINES));
    }

    @Test
    void half_of_the_sources_have_at_most_60_lines_and_nearly_all_at_most_150() {
        List<Integer> sizes =
                sources.stream().map(SourceSizeTest::lines).sorted().toList();

        assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(LINES_OF_HALF);
        assertThat(sizes.get(sizes.size() * 95 / 100)).isLessThanOrEqualTo(LINES_OF_NEARLY_ALL);
    }

    @Test
    void every_package_says_what_it_is() {
        assertThat(sources.stream().map(Path::getParent).distinct())
                .hasSizeGreaterThan(MODULES)
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }

    private static int lines(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            List<Path> roots = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList();
            assertThat(roots).hasSize(MODULES);
            return roots.stream().flatMap(SourceSizeTest::javaFiles).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
