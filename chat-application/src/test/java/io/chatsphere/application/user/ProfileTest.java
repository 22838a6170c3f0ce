package io.chatsphere.application.user;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.register;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.TimedChat;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.Bio;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final AvatarUrl PICTURE = new AvatarUrl("https://example.com/a.png");

    private final TimedChat timed = new TimedChat();
    private final ChatSphere chat = timed.chat();
    private final Caller anna = Caller.of(register(chat, "anna").user().id());
    private final List<UserChange> heard = timed.heardOf(anna.user());

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void what_is_given_changes_and_the_rest_stays() {
        update(Optional.of("Anna A."), Optional.of(Optional.of(PICTURE)), Optional.empty());
        User changed = update(Optional.empty(), Optional.empty(), Optional.of(Optional.of(new Bio("Hello!"))));

        assertThat(changed.displayName().value()).isEqualTo("Anna A.");
        assertThat(changed.avatarUrl()).contains(PICTURE);
        assertThat(changed.bio()).contains(new Bio("Hello!"));
        assertThat(chat.accounts().profile().handle(anna)).isEqualTo(changed);
    }

    @Test
    void picture_and_text_can_be_taken_away_again() {
        update(Optional.empty(), Optional.of(Optional.of(PICTURE)), Optional.of(Optional.of(new Bio("Hi"))));

        User changed = update(Optional.empty(), Optional.of(Optional.empty()), Optional.of(Optional.empty()));

        assertThat(changed.avatarUrl()).isEmpty();
        assertThat(changed.bio()).isEmpty();
    }

    @Test
    void a_change_is_told_of_and_what_changes_nothing_is_not() {
        update(Optional.of("Anna A."), Optional.empty(), Optional.empty());
        update(Optional.of("Anna A."), Optional.empty(), Optional.empty());

        assertThat(heard)
                .singleElement()
                .isInstanceOfSatisfying(
                        UserChange.OfProfile.class,
                        change -> assertThat(change.profile().displayName().value())
                                .isEqualTo("Anna A."));
    }

    @Test
    void the_next_message_carries_the_new_name() {
        update(Optional.of("Anna A."), Optional.empty(), Optional.empty());

        assertThat(send(chat, anna, GENERAL, "hi").author().displayName().value())
                .isEqualTo("Anna A.");
    }

    @Test
    void others_see_a_user_and_nobody_sees_one_who_does_not_exist() {
        Caller ben = user(chat, "ben");

        assertThat(chat.accounts().read().handle(ben, anna.user()).username().value())
                .isEqualTo("anna");
        assertRefused(
                ErrorCode.USER_NOT_FOUND, () -> chat.accounts().read().handle(ben, new UserId(UUID.randomUUID())));
    }

    @Test
    void users_are_found_by_how_a_name_of_theirs_begins() {
        user(chat, "annabel");
        user(chat, "hannah");
        update(Optional.of("Zoë"), Optional.empty(), Optional.empty());

        assertThat(search("ANN", Optional.empty(), 10)).containsExactly("anna", "annabel");
        assertThat(search("  ann ", Optional.empty(), 1)).containsExactly("anna");
        assertThat(search("ann", Optional.of(new Username("anna")), 10)).containsExactly("annabel");
        assertThat(search("zoë", Optional.empty(), 10)).containsExactly("anna");
    }

    @Test
    void a_blank_text_finds_nobody_rather_than_everybody() {
        assertThat(search("", Optional.empty(), 10)).isEmpty();
        assertThat(search(" \t\u3000", Optional.empty(), 10)).isEmpty();
    }

    private List<String> search(String start, Optional<Username> after, int limit) {
        List<UserSummary> found = chat.accounts().search().handle(anna, start, after, limit);
        return found.stream().map(user -> user.username().value()).toList();
    }

    private User update(
            Optional<String> displayName, Optional<Optional<AvatarUrl>> avatarUrl, Optional<Optional<Bio>> bio) {
        return chat.accounts()
                .updateProfile()
                .handle(new UpdateProfile.Command(anna, displayName.map(DisplayName::new), avatarUrl, bio));
    }
}
