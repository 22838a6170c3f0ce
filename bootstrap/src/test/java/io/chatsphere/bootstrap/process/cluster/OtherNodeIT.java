package io.chatsphere.bootstrap.process.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.bootstrap.process.Heard;
import io.chatsphere.bootstrap.process.LiveClient;
import io.chatsphere.bootstrap.process.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens at one node reaches people at the other in three seconds, with Redis and without. */
@ExtendWith(TwoNodes.class)
final class OtherNodeIT {
    private static final Duration PROMISE = Duration.ofSeconds(3);
    private static final int MESSAGES = 5;

    private final ChatCluster cluster;
    private final Person anna;
    private final Person bert;
    private final Heard heard = new Heard();

    OtherNodeIT(ChatCluster cluster) {
        this.cluster = cluster;
        this.anna = Person.register(cluster.node(0).uri(), name("anna"));
        this.bert = Person.register(cluster.node(1).uri(), name("bert"));
    }

    @ParameterizedTest
    @EnumSource
    void a_first_private_message_reaches_its_receiver(Redis redis) throws Exception {
        try (AutoCloseable state = redis.with(cluster);
                LiveClient client = bert.connect(heard)) {
            anna.say("private/" + bert.id(), "we have never spoken");

            keeps(() -> heard.all("message").size() == 1);
            assertThat(client.closeCode()).isZero();
            assertThat(chatIds("room_added")).containsExactly(anna.id());
            assertThat(heard.types().indexOf("room_added"))
                    .isLessThan(heard.types().indexOf("message"));
            assertThat(state).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_invitation_and_a_removal_reach_whom_they_concern(Redis redis) throws Exception {
        try (AutoCloseable state = redis.with(cluster);
                LiveClient client = bert.connect(heard)) {
            String group = anna.call("POST", "/api/v1/groups", Map.of("name", "circle"))
                    .body()
                    .get("id")
                    .asText();
            anna.say("group/" + group, "before");
            anna.call("POST", "/api/v1/groups/" + group + "/members", Map.of("user_id", bert.id()));
            keeps(() -> chatIds("room_added").contains(group));
            anna.say("group/" + group, "while");
            keeps(() -> heard.all("message").size() == 1);

            anna.call("DELETE", "/api/v1/groups/" + group + "/members/" + bert.id());
            keeps(() -> chatIds("room_removed").contains(group));
            anna.say("group/" + group, "after");
            anna.say("private/" + bert.id(), "the end");

            heard.message("the end");
            assertThat(heard.all("message").stream()
                            .map(data -> data.get("content").asText()))
                    .containsExactly("while", "the end");
            assertThat(client.closeCode()).isZero();
            assertThat(state).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_said_reaches_the_other_node(Redis redis) throws Exception {
        try (AutoCloseable state = redis.with(cluster);
                LiveClient client = bert.connect(heard)) {
            for (int i = 0; i < MESSAGES; i++) {
                String content = anna.name() + " " + i;
                anna.say("room/general", content);
                keeps(() -> heard.all("message").stream()
                        .anyMatch(data -> data.get("content").asText().equals(content)));
            }
            assertThat(client.closeCode()).isZero();
            assertThat(state).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void logging_out_closes_the_live_connections(Redis redis) throws Exception {
        try (AutoCloseable state = redis.with(cluster);
                LiveClient client = bert.connect(heard)) {
            bert.at(anna.server()).call("POST", "/api/v1/auth/logout", Map.of());

            keeps(() -> client.closeCode() == 4003);
            assertThat(state).isNotNull();
        }
    }

    private List<String> chatIds(String type) {
        return heard.all(type).stream()
                .map(data -> data.get("chat_id").asText())
                .toList();
    }

    private static void keeps(Callable<Boolean> promise) {
        Awaitility.await().atMost(PROMISE).until(promise);
    }

    private static String name(String of) {
        return of + UUID.randomUUID().toString().substring(0, 8);
    }
}
