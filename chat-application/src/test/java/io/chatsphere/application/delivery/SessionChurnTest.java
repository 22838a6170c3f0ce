package io.chatsphere.application.delivery;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SessionChurnTest {
    private static final int CHURNERS = 8;
    private static final int ROUNDS = 30;
    private static final int MESSAGES = 500;
    private static final int TOTAL = MESSAGES + CHURNERS * ROUNDS;

    @Test
    void each_of_many_short_sessions_sees_a_stretch_without_holes_and_the_last_ones_leave_nothing_behind()
            throws Exception {
        try (ChatSphere chat = ChatSphere.builder().build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            chat.open();
            Caller sender = user(chat, "sender");
            List<Future<?>> churners = IntStream.range(0, CHURNERS)
                    .<Future<?>>mapToObj(i -> {
                        Caller caller = user(chat, "user" + i);
                        return threads.submit(() -> churn(chat, caller));
                    })
                    .toList();
            for (int i = 0; i < MESSAGES; i++) {
                send(chat, sender, GENERAL, "message " + i);
            }
            for (Future<?> churner : churners) {
                churner.get();
            }

            assertThat(chat.sessions()).isZero();
            RecordingListener last = new RecordingListener();
            chat.connect(sender, last);
            send(chat, sender, GENERAL, "one more");
            await().untilAsserted(() -> assertThat(last.revisions()).containsExactly(TOTAL + 1L));
        }
    }

    private static void churn(ChatSphere chat, Caller caller) {
        for (int round = 0; round < ROUNDS; round++) {
            RecordingListener listener = new RecordingListener();
            LiveSession session = chat.connect(caller, listener);
            long own = send(chat, caller, GENERAL, "here").revision().value();
            await().until(() -> listener.revisions().contains(own));
            session.close();
            List<Long> seen = listener.revisions();
            assertThat(seen)
                    .containsExactlyElementsOf(LongStream.rangeClosed(seen.getFirst(), seen.getLast())
                            .boxed()
                            .toList());
        }
    }
}
