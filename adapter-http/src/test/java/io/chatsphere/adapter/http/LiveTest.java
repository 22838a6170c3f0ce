package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.http.Server.Account;
import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.UserId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is sent by REST goes the same way as what is sent live. */
class LiveTest {
    /** Keeps what it gets. */
    private record Inbox(BlockingQueue<Delivery> deliveries) implements LiveListener {
        @Override
        public void opened(LiveSession session) {}

        @Override
        public boolean offer(Delivery delivery) {
            return deliveries.add(delivery);
        }

        @Override
        public void notice(Notice notice) {}

        @Override
        public void flush() {}

        @Override
        public void ended(EndReason reason) {}
    }

    @Test
    void a_message_reaches_whoever_is_connected() throws InterruptedException {
        try (Server server = new Server()) {
            Account anna = server.register("anna");
            Account bert = server.register("bert");
            Inbox inbox = new Inbox(new LinkedBlockingQueue<>());
            server.chat().connect(Caller.of(UserId.parse(bert.id(), "id")), inbox);

            Answer sent = server.post("/api/v1/messages/room/general", "{\"content\": \"hello\"}")
                    .token(anna.token())
                    .send();
            Delivery got = inbox.deliveries().poll(10, TimeUnit.SECONDS);

            assertThat(got).isNotNull();
            assertThat(got.change())
                    .isInstanceOfSatisfying(
                            RoomChange.OfMessage.class,
                            change -> assertThat(change.message().id()).hasToString(sent.text("/id")));
            assertThat(server.get("/health")
                            .send()
                            .body()
                            .at("/services/websocket/active_connections")
                            .intValue())
                    .isEqualTo(1);
        }
    }
}
