package io.chatsphere.application;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.Device;
import io.chatsphere.application.login.SignedIn;
import io.chatsphere.application.message.Outcome;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.user.EnsureUser;
import io.chatsphere.application.user.Register;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Short ways to do things with a chat in tests. */
public final class ChatFixture {
    public static final RoomAddress GENERAL = new RoomAddress.Public(new Slug("general"));
    public static final RoomAddress TECH = new RoomAddress.Public(new Slug("tech"));

    private ChatFixture() {}

    /** A user whom the test vouches for. */
    public static Caller user(ChatSphere chat, String name) {
        UserId id = new UserId(UUID.randomUUID());
        return chat.accounts().ensure().handle(new EnsureUser.Command(id, new Username(name), new DisplayName(name)));
    }

    /** Registers with the password {@code correct horse}. */
    public static SignedIn register(ChatSphere chat, String name) {
        return chat.accounts()
                .register()
                .handle(new Register.Command(
                        new Email(name + "@example.com"),
                        new Username(name),
                        new DisplayName(name),
                        new Password("correct horse"),
                        Device.UNKNOWN));
    }

    /** Sends one text, which must be stored. */
    public static Message send(ChatSphere chat, Caller caller, RoomAddress to, String text) {
        return ((Outcome.Sent) outcome(chat, caller, SendMessage.Draft.text(to, text))).message();
    }

    /** Sends one draft. */
    public static Outcome outcome(ChatSphere chat, Caller caller, SendMessage.Draft draft) {
        return chat.messages()
                .send()
                .handle(new SendMessage.Command(caller, List.of(draft)))
                .getFirst();
    }

    /** A text with a client id. */
    public static SendMessage.Draft draft(RoomAddress to, String text, String clientId) {
        return new SendMessage.Draft(
                to,
                new MessageContent(text),
                MessageType.TEXT,
                Optional.empty(),
                Optional.of(new ClientMessageId(clientId)));
    }

    /** Why a draft was refused, which it must be. */
    public static ErrorCode refusal(Outcome outcome) {
        return ((Outcome.Refused) outcome).reason().code();
    }
}
