package io.chatsphere.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.bootstrap.config.ServerConfig;
import io.chatsphere.bootstrap.config.Setting;
import io.chatsphere.bootstrap.error.StartException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLineInterfaceTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> done = new ArrayList<>();

    @Test
    void serving_is_the_default() {
        assertThat(run()).isZero();
        assertThat(run("serve")).isZero();
        assertThat(run("migrate")).isZero();
        assertThat(run("sample-data")).isZero();

        assertThat(done).containsExactly("serve 8000", "serve 8000", "migrate 8000", "sample-data 8000");
    }

    @Test
    void a_training_run_needs_no_settings_and_the_help_does_not_show_it() {
        assertThat(run("training-run", "--port=x")).isZero();
        assertThat(done).containsExactly("training");

        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("sample-data").doesNotContain("training");
    }

    @Test
    void a_start_without_arguments_fails_as_one_with_them_does() throws IOException {
        Files.writeString(folder.resolve(".env"), "PORT=x\nDEBUG=true\n");

        assertThat(run()).isEqualTo(2);
        String without = err.toString();
        err.getBuffer().setLength(0);
        assertThat(run("serve")).isEqualTo(2);

        assertThat(without).contains("PORT must be").contains("\tat ");
        assertThat(err.toString().lines().limit(3))
                .containsExactlyElementsOf(without.lines().limit(3).toList());
    }

    @Test
    void a_flag_counts_before_and_after_the_command() {
        run("--port", "1");
        run("--port=2", "serve");
        run("migrate", "--port", "3");

        assertThat(done).containsExactly("serve 1", "serve 2", "migrate 3");
    }

    @Test
    void help_names_every_setting_and_no_value_of_the_environment() {
        assertThat(run("--help")).isZero();

        for (Setting setting : Setting.values()) {
            assertThat(out.toString()).contains(setting.flag() + "=VALUE");
        }
        assertThat(out.toString()).contains("serve", "migrate").doesNotContain("from-the-environment");
        assertThat(done).isEmpty();
    }

    @Test
    void the_version_is_told() {
        assertThat(run("--version")).isZero();

        assertThat(out.toString()).startsWith("ChatSphere ");
    }

    @Test
    void all_wrong_settings_are_listed() {
        assertThat(run("--port=x", "--max-message-length=0")).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "chatsphere: some settings cannot be used:",
                        "  - PORT must be a whole number from 0 to 65535, and is \"x\".",
                        "  - MAX_MESSAGE_LENGTH must be a whole number from 1 to 65536, and is \"0\".");
        assertThat(done).isEmpty();
    }

    @Test
    void the_load_tester_has_options_of_its_own() {
        assertThat(run("load", "--help")).isZero();

        assertThat(out.toString())
                .contains("--connections=N", "--debug=VALUE", "Exit codes:")
                .doesNotContain("--database-url");
        assertThat(run("load", "--database-url=x")).isEqualTo(2);
        assertThat(done).isEmpty();
    }

    @Test
    void all_wrong_options_of_the_load_tester_are_listed() {
        assertThat(run("load", "--connections=0", "--rate=x")).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "chatsphere: some settings cannot be used:",
                        "  - --connections must be a whole number from 1 to 100000, and is \"0\".",
                        "  - --rate must be a number from 0.01 to 1000000, and is \"x\".");
    }

    @Test
    void an_unknown_flag_is_one_line() {
        assertThat(run("--prot=1")).isEqualTo(2);

        assertThat(err.toString().lines()).hasSize(1).allMatch(line -> line.contains("--prot"));
    }

    @Test
    void a_failed_start_is_one_sentence_and_its_place_only_on_request() {
        Consumer<ServerConfig> failing = config -> {
            throw new StartException("It rains.", new IllegalStateException("low pressure"));
        };

        assertThat(run(failing)).isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines("chatsphere: It rains.\n");
        assertThat(run(failing, "--debug=true")).isEqualTo(1);
        assertThat(err.toString()).contains("low pressure");
    }

    @Test
    void an_unexpected_failure_is_told_as_such() {
        assertThat(run(config -> {
                    throw new IllegalStateException("what now");
                }))
                .isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(1).allMatch(line -> line.contains("unexpected"));
    }

    private int run(String... arguments) {
        return run(config -> done.add("serve " + config.web().port()), arguments);
    }

    private int run(Consumer<ServerConfig> serve, String... arguments) {
        Consumer<ServerConfig> migrate =
                config -> done.add("migrate " + config.web().port());
        Map<String, String> environment = Map.of("PUBLIC_URL", "https://from-the-environment.example");
        Consumer<ServerConfig> sampleData =
                config -> done.add("sample-data " + config.web().port());
        return new CommandLineInterface(
                        environment,
                        folder,
                        new CommandLineInterface.Commands(serve, migrate, sampleData, () -> done.add("training")))
                .run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
