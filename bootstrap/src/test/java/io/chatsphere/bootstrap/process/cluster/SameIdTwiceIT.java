package io.chatsphere.bootstrap.process.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.process.Heard;
import io.chatsphere.bootstrap.process.LiveClient;
import io.chatsphere.bootstrap.process.Patience;
import io.chatsphere.bootstrap.process.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One sender's client message id arrives at two nodes at once. */
@ExtendWith(TwoNodes.class)
final class SameIdTwiceIT {
    private static final int IDS = 50;

    @Test
    void makes_one_message(ChatCluster cluster) {
        Person anna = Person.register(
                cluster.node(0).uri(), "anna" + UUID.randomUUID().toString().substring(0, 8));
        Heard here = new Heard();
        Heard there = new Heard();
        try (LiveClient one = anna.connect(here);
                LiveClient other = anna.at(cluster.node(1).uri()).connect(there)) {
            for (int i = 0; i < IDS; i++) {
                String id = anna.name() + "-" + i;
                one.say(id, id);
                other.say(id, id);
            }
            Patience.await()
                    .until(() -> here.all("message_ack").size() == IDS
                            && there.all("message_ack").size() == IDS);
        }
        for (int i = 0; i < IDS; i++) {
            String id = anna.name() + "-" + i;
            List<JsonNode> acknowledged = new ArrayList<>();
            acknowledged.addAll(acknowledged(here, id));
            acknowledged.addAll(acknowledged(there, id));
            assertThat(acknowledged.stream().map(ack -> ack.get("id").asText()).distinct())
                    .hasSize(1);
            assertThat(acknowledged.stream().map(ack -> ack.get("duplicate").asBoolean()))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(anna.history("general").stream()
                        .map(message -> message.get("content").asText())
                        .filter(content -> content.startsWith(anna.name())))
                .hasSize(IDS)
                .doesNotHaveDuplicates();
    }

    private static List<JsonNode> acknowledged(Heard heard, String id) {
        return heard.all("message_ack").stream()
                .filter(ack -> ack.get("client_message_id").asText().equals(id))
                .toList();
    }
}
