package io.chatsphere.application.delivery;

import static io.chatsphere.application.ChatFixture.TECH;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.JoinRoom;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ManySendersTest {
    private static final int SENDERS = 20;
    private static final int MESSAGES = 100;
    private static final int TOTAL = SENDERS * MESSAGES;

    /** What a session must have: everything behind where it began. */
    private record Watch(RecordingListener listener, long from) {}

    @Test
    void all_see_one_order_without_holes_and_who_joins_meanwhile_sees_all_behind_the_joining() throws Exception {
        try (ChatSphere chat = ChatSphere.builder().build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            chat.open();
            List<Caller> callers = IntStream.range(0, SENDERS)
                    .mapToObj(i -> user(chat, "user" + i))
                    .toList();
            List<Future<Watch>> watches = new ArrayList<>();
            for (Caller caller : callers) {
                // Before anybody sends: who wrote first would be a member from an earlier revision than the session's.
                watches.add(CompletableFuture.completedFuture(join(chat, caller)));
            }
            callers.forEach(caller -> threads.execute(() -> sendAll(chat, caller)));
            for (int i = 0; i < SENDERS; i++) {
                Caller late = user(chat, "late" + i);
                watches.add(threads.submit(() -> join(chat, late)));
            }

            for (Future<Watch> future : watches) {
                Watch watch = future.get();
                await().untilAsserted(() -> assertThat(watch.listener().revisions())
                        .containsExactlyElementsOf(LongStream.rangeClosed(watch.from() + 1, TOTAL)
                                .boxed()
                                .toList()));
                assertThat(watch.listener().end()).isEmpty();
            }
        }
    }

    private static Watch join(ChatSphere chat, Caller caller) {
        RecordingListener listener = new RecordingListener();
        LiveSession session = chat.connect(caller, listener);
        Membership membership = chat.rooms().join().handle(new JoinRoom.Command(caller, new Slug("tech")));
        session.awaitFollowing(membership);
        return new Watch(listener, membership.joinedRevision().value());
    }

    private static void sendAll(ChatSphere chat, Caller caller) {
        for (int i = 0; i < MESSAGES; i++) {
            send(chat, caller, TECH, "message " + i);
        }
    }
}
