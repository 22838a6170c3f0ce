package io.chatsphere.application.login;

import static io.chatsphere.application.ChatFixture.register;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.TimedChat;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.user.UserRepository;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class RenewingWithoutStoreTest {
    private final Storage store = new InMemoryStore().storage();
    private boolean away;

    @Test
    void a_store_that_goes_away_in_the_middle_costs_no_device_its_token() {
        Storage failing = new Storage(
                failingUsers(),
                store.logins(),
                store.rooms(),
                store.messages(),
                store.conversations(),
                store.changes());
        try (TimedChat timed = new TimedChat(builder -> builder.storage(failing))) {
            SignedIn anna = register(timed.chat(), "anna");
            RenewLogin.Command command = new RenewLogin.Command(anna.refreshToken());
            away = true;
            assertRefused(
                    ErrorCode.UNAVAILABLE, () -> timed.chat().logins().renew().handle(command));

            away = false;

            assertThat(timed.chat().logins().renew().handle(command).user()).isEqualTo(anna.user());
        }
    }

    /** The users of the store, which cannot be found while it is away. */
    private UserRepository failingUsers() {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (away && method.getName().equals("find")) {
                throw new ChatException.Unavailable();
            }
            return method.invoke(store.users(), arguments);
        };
        Class<?>[] types = {UserRepository.class};
        return (UserRepository) Proxy.newProxyInstance(getClass().getClassLoader(), types, handler);
    }
}
