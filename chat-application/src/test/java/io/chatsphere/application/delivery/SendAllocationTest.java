package io.chatsphere.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatFixture;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import org.junit.jupiter.api.Test;

/** What sending allocates on the sender's thread, over a store in memory: whoever listens, it is the same. */
final class SendAllocationTest {
    private static final long MOST_PER_SEND = 4_096;
    private static final long MOST_PER_RECIPIENT = 8;
    private static final int FEW = 2;
    private static final int MANY = 200;

    @Test
    void a_send_costs_its_sender_little_and_as_much_with_many_recipients_as_with_few() {
        long few = bytesPerSend(FEW);
        long many = bytesPerSend(MANY);
        assertThat(few).isLessThan(MOST_PER_SEND);
        assertThat(many - few)
                .as("bytes for %d more recipients", MANY - FEW)
                .isLessThan((MANY - FEW) * MOST_PER_RECIPIENT);
    }

    private static long bytesPerSend(int recipients) {
        try (ChatSphere chat = ChatSphere.builder().build()) {
            chat.open();
            Caller sender = ChatFixture.user(chat, "sender");
            chat.connect(sender, new SilentListener());
            for (int i = 1; i < recipients; i++) {
                chat.connect(ChatFixture.user(chat, "user" + i), new SilentListener());
            }
            return AllocatedBytes.of(() -> ChatFixture.send(chat, sender, ChatFixture.GENERAL, "text"));
        }
    }
}
