package io.chatsphere.application.delivery;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatFixture;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SlowFeedTest {
    private static final int MORE_THAN_MAY_WAIT = 6_000;
    private static final int MORE_THAN_SIGNALS_WAIT_FOR = 400;

    private final CountDownLatch blocked = new CountDownLatch(1);
    private final RecordingListener listener = new RecordingListener() {
        @Override
        public synchronized boolean offer(Delivery delivery) {
            if (blocked.getCount() > 0) {
                await().until(() -> blocked.getCount() == 0);
            }
            return super.offer(delivery);
        }
    };

    @Test
    void a_feed_that_falls_far_behind_drops_what_the_bus_says_and_reads_it_again() {
        try (ChatSphere chat = ChatSphere.builder().build()) {
            chat.open();
            Caller anna = user(chat, "anna");
            chat.connect(anna, listener);
            send(chat, anna, MORE_THAN_MAY_WAIT);
            blocked.countDown();

            awaitRevisions(MORE_THAN_MAY_WAIT);
        }
    }

    @Test
    void a_feed_that_falls_behind_drops_signals_first() {
        try (ChatSphere chat = ChatSphere.builder().build()) {
            chat.open();
            Caller anna = user(chat, "anna");
            Caller bert = user(chat, "bert");
            LiveSession session = chat.connect(anna, listener);
            session.enter(chat.rooms().read().handle(anna, GENERAL).id());

            send(chat, anna, MORE_THAN_SIGNALS_WAIT_FOR);
            type(chat, bert, true);
            blocked.countDown();
            awaitRevisions(MORE_THAN_SIGNALS_WAIT_FOR);
            type(chat, bert, false);

            await().untilAsserted(() -> assertThat(listener.said(Notice.Body.Typing.class))
                    .extracting(Notice.Body.Typing::isTyping)
                    .containsExactly(false));
        }
    }

    private static void send(ChatSphere chat, Caller caller, int count) {
        for (int i = 0; i < count; i++) {
            ChatFixture.send(chat, caller, GENERAL, "message " + i);
        }
    }

    private static void type(ChatSphere chat, Caller caller, boolean isTyping) {
        chat.conversations().typing().handle(new ShowTyping.Command(caller, GENERAL, isTyping));
    }

    private void awaitRevisions(int count) {
        await().untilAsserted(() -> assertThat(listener.revisions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList()));
    }
}
