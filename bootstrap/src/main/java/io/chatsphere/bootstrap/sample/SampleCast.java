package io.chatsphere.bootstrap.sample;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.Device;
import io.chatsphere.application.user.Register;
import io.chatsphere.application.user.UpdateProfile;
import io.chatsphere.bootstrap.error.StartException;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.user.Bio;
import io.chatsphere.domain.user.Credentials;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.Username;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The users of the sample data: made where they are missing, known by their e-mail addresses. */
final class SampleCast {
    private final ChatSphere chat;
    private final Storage storage;
    private final Map<String, UserId> ids = new HashMap<>();

    SampleCast(ChatSphere chat, Storage storage) {
        this.chat = chat;
        this.storage = storage;
    }

    void users(List<SampleScript.Person> people) {
        for (int i = 0; i < people.size(); i++) {
            SampleScript.Person person = people.get(i);
            Email email = new Email("user" + (i + 1) + "@sample.example.com");
            ids.put(person.username(), known(email).orElseGet(() -> register(person, email)));
        }
    }

    /** Who acts as this user. */
    Caller caller(String username) {
        return Caller.of(id(username));
    }

    UserId id(String username) {
        return Optional.ofNullable(ids.get(username))
                .orElseThrow(() -> new IllegalStateException("the script has no user " + username));
    }

    private Optional<UserId> known(Email email) {
        return storage.users()
                .findCredentials(email.value())
                .map(Credentials::user)
                .map(user -> user.id());
    }

    private UserId register(SampleScript.Person person, Email email) {
        try {
            UserId id = chat.accounts()
                    .register()
                    .handle(new Register.Command(
                            email,
                            new Username(person.username()),
                            new DisplayName(person.displayName()),
                            new Password(SampleData.PASSWORD),
                            Device.UNKNOWN))
                    .user()
                    .id();
            Optional<Bio> bio = Optional.ofNullable(person.bio()).map(Bio::new);
            chat.accounts()
                    .updateProfile()
                    .handle(new UpdateProfile.Command(
                            Caller.of(id), Optional.empty(), Optional.empty(), Optional.of(bio)));
            return id;
        } catch (ChatException.Conflict e) {
            throw new StartException(
                    "Somebody else is called " + person.username() + " here; sample data want a database of their own.",
                    e);
        }
    }
}
