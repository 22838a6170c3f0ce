package io.chatsphere.bootstrap.load.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatsphere.bootstrap.config.ConfigException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class PlanReaderTest {
    @Command
    private static final class Holder {}

    @Test
    void without_options_there_is_a_small_load_on_the_server_of_this_machine() {
        LoadPlan plan = read();

        assertThat(plan.urls()).containsExactly(URI.create("http://localhost:8000"));
        assertThat(plan.shape()).isEqualTo(new Shape(20, 1, 1, 20, 20));
        assertThat(plan.pace()).isEqualTo(new Pace.Open(10));
        assertThat(plan.timing().sending()).isEqualTo(Duration.ofSeconds(13));
        assertThat(plan.people()).isEqualTo(new People.New());
    }

    @Test
    void what_is_left_out_follows_from_the_rest() {
        LoadPlan plan = read("--connections=500", "--rooms=50", "--connections-per-user=2", "--window=3");

        assertThat(plan.shape()).isEqualTo(new Shape(500, 2, 50, 10, 500));
        assertThat(plan.shape().users()).isEqualTo(250);
        assertThat(plan.shape().usersOfRoom()).isEqualTo(5);
        assertThat(plan.pace()).isEqualTo(new Pace.Closed(3));
    }

    @Test
    void nodes_may_be_repeated_or_divided_by_commas() {
        assertThat(read("--url=http://localhost:1,http://127.0.0.1:2/", "--url=http://[::1]:3")
                        .urls())
                .map(URI::toString)
                .containsExactly("http://localhost:1", "http://127.0.0.1:2", "http://[::1]:3");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(faults(
                        "--url=ftp://localhost",
                        "--url=http://203.0.113.7",
                        "--connections=0",
                        "--rate=fast",
                        "--window=1",
                        "--size=9",
                        "--duration=10 minutes",
                        "--churn=-1",
                        "--accounts=a",
                        "--tokens=/none",
                        "--pid=x"))
                .containsExactly(
                        "--url must be like http://localhost:8000, and is \"ftp://localhost\".",
                        "--url http://203.0.113.7 is not on this machine; if you are allowed to load it, add"
                                + " --yes-load-this-server.",
                        "--connections must be a whole number from 1 to 100000, and is \"0\".",
                        "--rate and --window cannot be used together.",
                        "--size must be a whole number from 10 to 65536, and is \"9\".",
                        "--duration must be a time from 1s to 24h, such as 500ms, 10s or 2m, and is \"10 minutes\".",
                        "--churn must be a number from 0 to 1000000, and is \"-1\".",
                        "--accounts and --tokens cannot be used together.",
                        "--tokens names a file that cannot be read: /none.",
                        "--pid must be a whole number from 1 to 2147483647, and is \"x\".");
    }

    @Test
    void more_members_or_senders_than_there_are_seats_are_refused() {
        assertThat(faults("--connections=10", "--members=11"))
                .containsExactly("--members must be a whole number from 1 to 10, and is \"11\".");
        assertThat(faults("--connections=10", "--rooms=2", "--members=3", "--senders=7"))
                .containsExactly("--senders must be a whole number from 1 to 6, and is \"7\".");
    }

    @Test
    void a_strangers_server_is_loaded_on_request() {
        assertThat(read("--url=http://203.0.113.7", "--yes-load-this-server").urls())
                .containsExactly(URI.create("http://203.0.113.7"));
    }

    private static List<String> faults(String... arguments) {
        return catchThrowableOfType(ConfigException.class, () -> read(arguments))
                .faults();
    }

    private static LoadPlan read(String... arguments) {
        Options options = new Options();
        new CommandLine(new Holder()).addMixin("options", options).parseArgs(arguments);
        return PlanReader.read(options);
    }
}
