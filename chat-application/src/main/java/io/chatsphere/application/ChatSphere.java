package io.chatsphere.application;

import io.chatsphere.application.delivery.LiveDelivery;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.login.Authenticate;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.LogIn;
import io.chatsphere.application.message.ReadHistory;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.room.CreateRoom;
import io.chatsphere.application.room.DefaultRooms;
import io.chatsphere.application.room.JoinRoom;
import io.chatsphere.application.room.ListRooms;
import io.chatsphere.application.room.ReadRoom;
import io.chatsphere.application.user.EnsureUser;
import io.chatsphere.application.user.ReadProfile;
import io.chatsphere.application.user.Register;

/**
 * A chat: its use cases by feature, and live sessions. Servers and embedding programs build it the same way:
 *
 * <pre>{@code
 * try (ChatSphere chat = ChatSphere.builder().build()) {
 *     chat.open();
 *     Caller anna = chat.accounts().ensure().handle(new EnsureUser.Command(id, new Username("anna"), name));
 *     LiveSession session = chat.connect(anna, listener);
 * }
 * }</pre>
 *
 * <p>Thread-safe. Use cases block until they are done; call them on virtual threads where many run at once. All of them
 * throw {@link io.chatsphere.domain.error.ChatException} to refuse.
 */
public final class ChatSphere implements AutoCloseable {
    private final Accounts accounts;
    private final Rooms rooms;
    private final Messages messages;
    private final DefaultRooms defaultRooms;
    private final LiveDelivery live;

    /** Use cases about accounts and signing in. */
    public record Accounts(
            Register register, LogIn logIn, Authenticate authenticate, EnsureUser ensure, ReadProfile profile) {}

    /** Use cases about rooms. */
    public record Rooms(ListRooms list, ReadRoom read, CreateRoom create, JoinRoom join) {}

    /** Use cases about messages. */
    public record Messages(SendMessage send, ReadHistory history) {}

    ChatSphere(Accounts accounts, Rooms rooms, Messages messages, DefaultRooms defaultRooms, LiveDelivery live) {
        this.accounts = accounts;
        this.rooms = rooms;
        this.messages = messages;
        this.defaultRooms = defaultRooms;
        this.live = live;
    }

    /** Begins a chat that keeps everything in memory until told otherwise. */
    public static ChatSphereBuilder builder() {
        return new ChatSphereBuilder();
    }

    /**
     * Makes the default rooms where they are missing and begins live delivery. To be called once, before anything else.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if the store does not answer
     */
    public void open() {
        defaultRooms.ensure();
        live.open();
    }

    /** Accounts and signing in. */
    public Accounts accounts() {
        return accounts;
    }

    /** Rooms. */
    public Rooms rooms() {
        return rooms;
    }

    /** Messages. */
    public Messages messages() {
        return messages;
    }

    /**
     * Opens a live session: from now on every change in the caller's rooms reaches {@code listener}, in order and once.
     *
     * @throws io.chatsphere.domain.error.ChatException.NotFound if there is no such user
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if the store does not answer, or the chat is closed
     */
    public LiveSession connect(Caller caller, LiveListener listener) {
        return live.connect(caller, listener);
    }

    /** How many live sessions are open on this node. */
    public int sessions() {
        return live.sessions();
    }

    /** Ends all live sessions. What was handed to the builder stays open: whoever made it closes it. Idempotent. */
    @Override
    public void close() {
        live.close();
    }
}
