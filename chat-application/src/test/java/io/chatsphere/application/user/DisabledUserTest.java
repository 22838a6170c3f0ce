package io.chatsphere.application.user;

import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.TimedChat;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.Device;
import io.chatsphere.application.login.LogIn;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.memory.Pbkdf2PasswordHasher;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisabledUserTest {
    private final Storage store = new InMemoryStore().storage();
    private final TimedChat timed = new TimedChat(builder -> builder.storage(store));
    private final ChatSphere chat = timed.chat();
    private final Caller anna = user(chat, "anna");
    private final User ben = Fixtures.disabled(Fixtures.user());

    @BeforeEach
    void addBen() {
        var hash = new Pbkdf2PasswordHasher(1).hash(new Password("correct horse"));
        store.users().register(ben, hash, List.of(), Fixtures.login(ben.id()));
    }

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void only_who_knows_the_password_learns_that_the_account_is_disabled() {
        assertRefused(ErrorCode.ACCOUNT_DISABLED, () -> logIn("correct horse"));
        assertRefused(ErrorCode.INVALID_CREDENTIALS, () -> logIn("wrong horse"));
    }

    @Test
    void what_they_wrote_still_has_an_author_whom_one_can_look_at() {
        assertThat(chat.accounts().read().handle(anna, ben.id())).isEqualTo(ben);
    }

    @Test
    void nobody_finds_them_or_begins_something_with_them() {
        String name = ben.username().value();

        assertThat(chat.accounts().search().handle(anna, name, Optional.empty(), 10))
                .isEmpty();
        assertRefused(
                ErrorCode.USER_NOT_FOUND,
                () -> chat.rooms()
                        .createGroup()
                        .handle(new CreateGroup.Command(anna, Fixtures.details(), List.of(ben.id()))));
    }

    private void logIn(String password) {
        chat.logins().logIn().handle(new LogIn.Command(ben.username().value(), new Password(password), Device.UNKNOWN));
    }
}
