package io.chatsphere.application.delivery;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.register;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.Device;
import io.chatsphere.application.login.LogIn;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.memory.Pbkdf2PasswordHasher;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.login.Password;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session ends with its login, whenever that ends. */
class LoginEndTest {
    private static final int RACES = 200;
    private static final LiveSettings QUICK = new LiveSettings(5, Duration.ofMillis(50), Duration.ofSeconds(5));

    private final Storage storage = new InMemoryStore().storage();
    private final ChatSphere chat = ChatSphere.builder()
            .storage(storage)
            .live(QUICK)
            .passwordHasher(new Pbkdf2PasswordHasher(1))
            .build();
    private Caller phone;

    @BeforeEach
    void open() {
        chat.open();
        phone = chat.logins().authenticate().handle(register(chat, "anna").accessToken());
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void signing_out_ends_the_sessions_of_that_login_and_no_other() {
        Caller laptop = logIn();
        RecordingListener phones = connect(phone);
        RecordingListener laptops = connect(laptop);

        chat.logins().logOut().handle(phone);

        await().untilAsserted(() -> assertThat(phones.end()).contains(EndReason.REVOKED));
        send(chat, laptop, GENERAL, "still here");
        await().untilAsserted(() -> assertThat(laptops.revisions()).hasSize(1));
        assertThat(laptops.end()).isEmpty();
    }

    @Test
    void an_end_that_nobody_was_told_of_is_found_by_the_sweep() {
        RecordingListener phones = connect(phone);

        storage.logins().end(phone.login().orElseThrow(), phone.user(), FeedFixture.NOW);

        await().untilAsserted(() -> assertThat(phones.end()).contains(EndReason.REVOKED));
    }

    @Test
    void nobody_connects_by_a_login_that_has_ended_also_while_other_sessions_of_the_user_are_open() {
        chat.logins().logOut().handle(phone);
        assertRefused(ErrorCode.TOKEN_INVALID, () -> connect(phone));

        connect(logIn());
        assertRefused(ErrorCode.TOKEN_INVALID, () -> connect(phone));

        assertThat(chat.sessions()).isOne();
    }

    @Test
    void a_session_that_goes_on_by_another_login_ends_with_that() {
        Caller laptop = logIn();
        RecordingListener listener = new RecordingListener();
        LiveSession session = chat.connect(phone, listener);

        session.extend(laptop);
        chat.logins().logOut().handle(phone);
        send(chat, laptop, GENERAL, "still here");
        await().untilAsserted(() -> assertThat(listener.revisions()).hasSize(1));
        assertThat(listener.end()).isEmpty();
        chat.logins().logOut().handle(laptop);

        await().untilAsserted(() -> assertThat(listener.end()).contains(EndReason.REVOKED));
    }

    @Test
    void no_session_goes_on_by_a_login_that_has_ended_or_as_somebody_else() {
        Caller laptop = logIn();
        Caller bert = chat.logins().authenticate().handle(register(chat, "bert").accessToken());
        RecordingListener listener = new RecordingListener();
        LiveSession session = chat.connect(phone, listener);

        assertRefused(ErrorCode.TOKEN_INVALID, () -> session.extend(bert));
        assertThat(listener.end()).isEmpty();
        chat.logins().logOut().handle(laptop);
        assertRefused(ErrorCode.TOKEN_INVALID, () -> session.extend(laptop));

        assertThat(listener.end()).contains(EndReason.REVOKED);
    }

    @Test
    void no_session_outlives_a_login_that_ends_while_the_session_opens() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int race = 0; race < RACES; race++) {
                Caller caller = logIn();
                Future<?> connecting = threads.submit(() -> connectIfAllowed(caller));
                chat.logins().logOut().handle(caller);
                connecting.get();
            }
        }

        await().untilAsserted(() -> assertThat(chat.sessions()).isZero());
    }

    private void connectIfAllowed(Caller caller) {
        try {
            connect(caller);
        } catch (ChatException.Unauthenticated e) {
            assertThat(e.code()).isEqualTo(ErrorCode.TOKEN_INVALID);
        }
    }

    private RecordingListener connect(Caller caller) {
        RecordingListener listener = new RecordingListener();
        chat.connect(caller, listener);
        return listener;
    }

    private Caller logIn() {
        LogIn.Command command = new LogIn.Command("anna", new Password("correct horse"), Device.UNKNOWN);
        return chat.logins()
                .authenticate()
                .handle(chat.logins().logIn().handle(command).accessToken());
    }
}
