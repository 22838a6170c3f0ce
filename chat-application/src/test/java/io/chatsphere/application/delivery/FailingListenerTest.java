package io.chatsphere.application.delivery;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A listener that breaks its contract costs its own session, and nobody else a message. */
class FailingListenerTest {
    private final ChatSphere chat = ChatSphere.builder().build();

    @BeforeEach
    void open() {
        chat.open();
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void one_that_fails_when_its_session_opens_ends_with_it_and_others_go_on() {
        RecordingListener annas = new RecordingListener();
        Caller anna = user(chat, "anna");
        chat.connect(anna, annas);
        RecordingListener failing = new RecordingListener() {
            @Override
            public synchronized void opened(LiveSession session) {
                throw new IllegalStateException("expected by this test");
            }
        };

        LiveSession session = chat.connect(user(chat, "bert"), failing);
        send(chat, anna, GENERAL, "hello");

        assertThat(session.isOver()).isTrue();
        assertThat(failing.end()).contains(EndReason.RESET);
        await().untilAsserted(() -> assertThat(annas.deliveries()).hasSize(1));
        assertThat(failing.deliveries()).isEmpty();
        assertThat(chat.sessions()).isEqualTo(1);
    }

    @Test
    void one_that_fails_when_its_session_ends_is_forgotten_like_any_other() {
        RecordingListener annas = new RecordingListener();
        chat.connect(user(chat, "anna"), annas);
        chat.connect(user(chat, "bert"), new RecordingListener() {
            @Override
            public synchronized void ended(EndReason reason) {
                throw new IllegalStateException("expected by this test");
            }
        });

        chat.close();

        assertThat(annas.end()).contains(EndReason.STOPPING);
        assertThat(chat.sessions()).isZero();
    }
}
