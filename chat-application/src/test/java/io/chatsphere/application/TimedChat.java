package io.chatsphere.application;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.application.memory.InMemoryChangeBus;
import io.chatsphere.application.memory.InMemoryRateLimiter;
import io.chatsphere.application.memory.Pbkdf2PasswordHasher;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An open chat whose time goes when a test says so, with cheap hashes and a bus that the test can hear. */
public final class TimedChat implements AutoCloseable {
    private final MovableClock clock = new MovableClock();
    private final ChangeBus bus = new InMemoryChangeBus();
    private final List<ChangeBus.Following> followings = new ArrayList<>();
    private final ChatSphere chat;

    public TimedChat() {
        this(builder -> builder);
    }

    /** With settings of its own. */
    public TimedChat(UnaryOperator<ChatSphereBuilder> settings) {
        Instant start = clock.instant();
        ChatSphereBuilder builder = ChatSphere.builder()
                .clock(clock)
                .bus(bus)
                .passwordHasher(new Pbkdf2PasswordHasher(1))
                .rateLimiter(new InMemoryRateLimiter(
                        () -> Duration.between(start, clock.instant()).toNanos()));
        chat = settings.apply(builder).build();
        chat.open();
    }

    /** The chat. */
    public ChatSphere chat() {
        return chat;
    }

    /** Its time. */
    public MovableClock clock() {
        return clock;
    }

    /** What is published of a user from now on; the list grows. */
    public List<UserChange> heardOf(UserId user) {
        List<UserChange> heard = new CopyOnWriteArrayList<>();
        followings.add(bus.follow(user, (change, origin) -> heard.add(change)));
        return heard;
    }

    /** What is published of a room from now on: changes and signals; the list grows. */
    public List<Object> heardOf(RoomId room) {
        List<Object> heard = new CopyOnWriteArrayList<>();
        followings.add(bus.follow(room, new ChangeBus.RoomListener() {
            @Override
            public void changed(List<RoomChange> changes, ChangeBus.Origin origin) {
                heard.addAll(changes);
            }

            @Override
            public void signalled(Signal signal) {
                heard.add(signal);
            }
        }));
        return heard;
    }

    /** Asserts that a call is refused so. */
    public static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(ChatException.class)
                .extracting("code")
                .isEqualTo(code);
    }

    @Override
    public void close() {
        chat.close();
        followings.forEach(ChangeBus.Following::close);
        bus.close();
    }
}
