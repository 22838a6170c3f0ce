package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.domain.room.RoomAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who missed much and reads slowly costs no more than its outbox, and gets all of it. */
class SlowResumeTest {
    private static final int GROUPS = 200;
    private static final int MESSAGES = 100;

    private final CountingLog log = new CountingLog();
    private final Town town = new Town(log::around);
    private final List<RoomAddress> groups = new ArrayList<>();

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void twenty_thousand_messages_come_as_fast_as_they_are_read_complete_and_in_order() {
        String kilobyte = "x".repeat(1_000);
        ResumingClient anna = unread();
        for (int i = 0; i < GROUPS; i++) {
            RoomAddress group = town.group(town.anna, town.carl);
            town.say(group, kilobyte, MESSAGES);
            groups.add(group);
            anna.knowing(group, 0);
        }
        try (anna;
                WsClient carl = town.server.connect(town.carl, "carl")) {
            anna.connectUnread(town.server.storage.changes().epoch().toString());
            log.awaitReads(1);
            for (int i = 0; i < MESSAGES; i++) {
                town.say(groups.getFirst(), "meanwhile");
                assertThat(carl.next("message").path("content").asText()).isEqualTo("meanwhile");
            }
            assertThat(log.reads())
                    .as("rooms that were read while nothing was taken")
                    .isLessThan(GROUPS / 2);
            Thread.startVirtualThread(anna.connection()::read);
            groups.forEach(anna::untilLive);
            anna.untilCursor(groups.getFirst(), 2L * MESSAGES);

            for (RoomAddress group : groups) {
                int expected = group.equals(groups.getFirst()) ? 2 * MESSAGES : MESSAGES;
                assertThat(anna.taken(group).stream().map(SlowResumeTest::position))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, expected).boxed().toList());
            }
            assertThat(anna.gaps()).isZero();
            assertThat(anna.connection().isClosed()).isFalse();
        }
    }

    /** Each of their characters is written as six. */
    @Test
    void pages_of_the_heaviest_messages_fit_beside_all_that_may_wait_before_the_next() {
        RoomAddress group = town.group(town.anna);
        town.say(group, "x" + "\u0001".repeat(3_998) + "x", 4 * MESSAGES);
        try (ResumingClient anna = unread()) {
            anna.knowing(group, 0)
                    .connectUnread(town.server.storage.changes().epoch().toString());
            log.awaitReads(2);
            Thread.startVirtualThread(anna.connection()::read);
            anna.untilLive(group);

            assertThat(anna.taken(group)).hasSize(4 * MESSAGES);
        }
    }

    private ResumingClient unread() {
        return new ResumingClient(() -> WsClient.unread(town.server.port(), "/ws?token=" + town.annasToken()));
    }

    private static long position(JsonNode frame) {
        return frame.at("/data/position").asLong();
    }
}
