package io.chatsphere.application.delivery;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SlowFeedTest {
    private static final int MORE_THAN_MAY_WAIT = 6_000;

    @Test
    void a_feed_that_falls_far_behind_drops_what_the_bus_says_and_reads_it_again() {
        CountDownLatch blocked = new CountDownLatch(1);
        RecordingListener listener = new RecordingListener() {
            @Override
            public synchronized boolean offer(Delivery delivery) {
                if (blocked.getCount() > 0) {
                    await().until(() -> blocked.getCount() == 0);
                }
                return super.offer(delivery);
            }
        };
        try (ChatSphere chat = ChatSphere.builder().build()) {
            chat.open();
            Caller anna = user(chat, "anna");
            chat.connect(anna, listener);
            for (int i = 0; i < MORE_THAN_MAY_WAIT; i++) {
                send(chat, anna, GENERAL, "message " + i);
            }
            blocked.countDown();

            await().untilAsserted(() -> assertThat(listener.revisions())
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, MORE_THAN_MAY_WAIT)
                            .boxed()
                            .toList()));
        }
    }
}
