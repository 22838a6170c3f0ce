package io.chatsphere.application.stats;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.TECH;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.TimedChat;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadStatsTest {
    private final Storage store = new InMemoryStore().storage();
    private final TimedChat timed = new TimedChat(builder -> builder.storage(store));
    private final ChatSphere chat = timed.chat();
    private final Caller anna = user(chat, "anna");

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void the_figures_count_users_and_messages_and_todays_since_midnight() {
        user(chat, "ben");
        send(chat, anna, GENERAL, "yesterday");
        timed.clock().advance(Duration.ofDays(1).minusMillis(1));
        send(chat, anna, GENERAL, "yesterday too");
        timed.clock().advance(Duration.ofMillis(1));
        send(chat, anna, TECH, "today");

        assertThat(chat.stats().handle(anna))
                .isEqualTo(new Stats(0, 2, 1, 3, timed.clock().instant()));
    }

    @Test
    void they_are_kept_for_a_minute() {
        Stats first = chat.stats().handle(anna);
        send(chat, anna, GENERAL, "hi");
        timed.clock().advance(Duration.ofSeconds(59));
        assertThat(chat.stats().handle(anna)).isEqualTo(first);

        timed.clock().advance(Duration.ofSeconds(1));

        assertThat(chat.stats().handle(anna).totalMessages()).isOne();
    }

    @Test
    void however_many_ask_at_once_they_are_read_once() throws InterruptedException {
        AtomicInteger reads = new AtomicInteger();
        CountDownLatch othersAsk = new CountDownLatch(20);
        ReadStats stats = new ReadStats(store.users(), store.messages(), () -> slowly(reads, othersAsk), timed.clock());
        Callable<Stats> asking = () -> {
            othersAsk.countDown();
            return stats.handle(anna);
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    threads.invokeAll(Stream.generate(() -> asking).limit(20).toList());

            assertThat(asked)
                    .extracting(Future::resultNow)
                    .containsOnly(new Stats(1, 1, 0, 0, timed.clock().instant()));
        }
        assertThat(reads).hasValue(1);
    }

    @Test
    void a_failed_read_is_refused_and_read_again_by_who_asks_next() {
        AtomicInteger reads = new AtomicInteger();
        ReadStats stats = new ReadStats(store.users(), store.messages(), () -> failingOnce(reads), timed.clock());

        assertRefused(ErrorCode.UNAVAILABLE, () -> stats.handle(anna));

        assertThat(stats.handle(anna).onlineUsers()).isEqualTo(2);
    }

    private static int slowly(AtomicInteger reads, CountDownLatch othersAsk) {
        try {
            assertThat(othersAsk.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return reads.incrementAndGet();
    }

    private static int failingOnce(AtomicInteger reads) {
        if (reads.incrementAndGet() == 1) {
            throw new ChatException.Unavailable();
        }
        return reads.get();
    }
}
