package io.chatsphere.bootstrap.process.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.process.LiveClient;
import io.chatsphere.bootstrap.process.Patience;
import io.chatsphere.bootstrap.process.Person;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is online is the same at every node, also after one of them is gone. */
@ExtendWith(TwoNodes.class)
final class PresenceOfNodesIT {
    private static final Duration PROMISE = Duration.ofSeconds(15);

    @Test
    void who_was_on_a_killed_node_is_offline_in_fifteen_seconds_and_back_after_connecting(ChatCluster cluster) {
        Person anna = Person.register(cluster.node(0).uri(), name("anna"));
        Person bert = Person.register(cluster.node(1).uri(), name("bert"));
        try (LiveClient annas = anna.connect(frame -> {});
                LiveClient berts = bert.connect(frame -> {})) {
            Patience.await().until(() -> isOnline(anna, bert) && isOnline(bert, anna));
            cluster.node(1).kill();
            Awaitility.await().atMost(PROMISE).until(() -> !isOnline(anna, bert) && isOnline(anna, anna));
            assertThat(annas.closeCode()).isZero();
            assertThat(berts.closeCode()).isNotZero();
            try (LiveClient again = bert.at(cluster.node(0).uri()).connect(frame -> {})) {
                Patience.await().until(() -> isOnline(anna, bert));
                assertThat(again.closeCode()).isZero();
            }
        } finally {
            cluster.node(1).restart();
        }
    }

    private static boolean isOnline(Person who, Person other) {
        for (JsonNode user : who.get("/api/v1/users/online").get("users")) {
            if (user.get("id").asText().equals(other.id())) {
                return true;
            }
        }
        return false;
    }

    private static String name(String of) {
        return of + UUID.randomUUID().toString().substring(0, 8);
    }
}
