package io.chatsphere.application;

import io.chatsphere.application.delivery.LiveDelivery;
import io.chatsphere.application.delivery.LiveSettings;
import io.chatsphere.application.id.Ids;
import io.chatsphere.application.login.Authenticate;
import io.chatsphere.application.login.LogIn;
import io.chatsphere.application.login.LoginTokens;
import io.chatsphere.application.login.TokenLifetimes;
import io.chatsphere.application.memory.HmacAccessTokens;
import io.chatsphere.application.memory.InMemoryChangeBus;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.memory.Pbkdf2PasswordHasher;
import io.chatsphere.application.message.DraftJudge;
import io.chatsphere.application.message.Outbound;
import io.chatsphere.application.message.ReadHistory;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.message.Senders;
import io.chatsphere.application.room.CreateRoom;
import io.chatsphere.application.room.DefaultRooms;
import io.chatsphere.application.room.EnterRoom;
import io.chatsphere.application.room.JoinRoom;
import io.chatsphere.application.room.ListRooms;
import io.chatsphere.application.room.ReadRoom;
import io.chatsphere.application.room.RoomDirectory;
import io.chatsphere.application.user.EnsureUser;
import io.chatsphere.application.user.Passwords;
import io.chatsphere.application.user.ReadProfile;
import io.chatsphere.application.user.Register;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.login.AccessClaims;
import io.chatsphere.domain.login.AccessTokens;
import io.chatsphere.domain.login.PasswordHasher;
import io.chatsphere.domain.login.PasswordPolicy;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Username;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Puts a {@link ChatSphere} together. Every port that is not given is the twin in memory; the storage ports come as one
 * {@link Storage}, since they are atomic across each other. Not thread-safe.
 */
public final class ChatSphereBuilder {
    private static final int DEFAULT_MAX_MESSAGE_LENGTH = 4_000;

    private Clock clock = Clock.systemUTC();
    private Optional<Storage> storage = Optional.empty();
    private Optional<ChangeBus> bus = Optional.empty();
    private Optional<PasswordHasher> hasher = Optional.empty();
    private Optional<AccessTokens> accessTokens = Optional.empty();
    private PasswordPolicy passwordPolicy = PasswordPolicy.DEFAULT;
    private TokenLifetimes lifetimes = TokenLifetimes.DEFAULT;
    private LiveSettings live = LiveSettings.DEFAULT;
    private int maxMessageLength = DEFAULT_MAX_MESSAGE_LENGTH;

    ChatSphereBuilder() {}

    /** Where everything is kept. */
    public ChatSphereBuilder storage(Storage value) {
        storage = Optional.of(value);
        return this;
    }

    /** What carries changes between nodes. */
    public ChatSphereBuilder bus(ChangeBus value) {
        bus = Optional.of(value);
        return this;
    }

    /** How passwords are hashed. */
    public ChatSphereBuilder passwordHasher(PasswordHasher value) {
        hasher = Optional.of(value);
        return this;
    }

    /** How access tokens are made and checked. A token without a login names a user of the host application. */
    public ChatSphereBuilder accessTokens(AccessTokens value) {
        accessTokens = Optional.of(value);
        return this;
    }

    /** The time of day. */
    public ChatSphereBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** What new passwords must be. */
    public ChatSphereBuilder passwordPolicy(PasswordPolicy value) {
        passwordPolicy = value;
        return this;
    }

    /** How long tokens are good for. */
    public ChatSphereBuilder tokenLifetimes(TokenLifetimes value) {
        lifetimes = value;
        return this;
    }

    /** How live delivery behaves. */
    public ChatSphereBuilder live(LiveSettings value) {
        live = value;
        return this;
    }

    /** The greatest length of a message in code points, at most {@link MessageContent#HARD_LIMIT}. */
    public ChatSphereBuilder maxMessageLength(int value) {
        if (value < 1 || value > MessageContent.HARD_LIMIT) {
            throw new IllegalArgumentException("a message has 1 to " + MessageContent.HARD_LIMIT + " characters");
        }
        maxMessageLength = value;
        return this;
    }

    /** The chat. It does no I/O before {@link ChatSphere#open}. */
    public ChatSphere build() {
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        Ids ids = new Ids(clock, random);
        Storage store = storage.orElseGet(() -> new InMemoryStore().storage());
        ChangeBus changes = bus.orElseGet(InMemoryChangeBus::new);
        RoomDirectory directory = new RoomDirectory(store.rooms());
        DefaultRooms defaultRooms = new DefaultRooms(store.rooms(), ids);
        JoinRoom join = new JoinRoom(directory, store.rooms(), changes, ids);
        LiveDelivery delivery = new LiveDelivery(store, changes, live, clock, directory::clear);
        EnterRoom enter = new EnterRoom(directory, store.rooms(), join, changes, ids);
        Senders senders = new Senders(delivery, store.users(), store.rooms(), maxMessageLength);
        DraftJudge judge = new DraftJudge(enter, directory, store.messages(), senders, ids);
        return new ChatSphere(
                accounts(store, ids, defaultRooms),
                new ChatSphere.Rooms(
                        new ListRooms(store.rooms()),
                        new ReadRoom(directory, store.rooms()),
                        new CreateRoom(store.rooms(), changes, ids),
                        join),
                new ChatSphere.Messages(
                        new SendMessage(judge, new Outbound(store.messages(), changes), directory),
                        new ReadHistory(store.messages(), directory, store.rooms())),
                defaultRooms,
                delivery);
    }

    private ChatSphere.Accounts accounts(Storage store, Ids ids, DefaultRooms defaultRooms) {
        PasswordHasher passwordHasher = hasher.orElseGet(Pbkdf2PasswordHasher::new);
        AccessTokens access = accessTokens.orElseGet(() -> new HmacAccessTokens(clock));
        Passwords passwords = new Passwords(passwordPolicy, passwordHasher);
        LoginTokens tokens = new LoginTokens(access, lifetimes, ids);
        EnsureUser ensure = new EnsureUser(store.users(), defaultRooms, ids);
        return new ChatSphere.Accounts(
                new Register(store.users(), defaultRooms, passwords, tokens, ids),
                new LogIn(store.users(), store.logins(), passwordHasher, tokens),
                new Authenticate(access, store.logins(), hosted(ensure), clock),
                ensure,
                new ReadProfile(store.users()));
    }

    /** A token without a login of ours names a user of the host application, who is made on first sight. */
    private static Consumer<AccessClaims> hosted(EnsureUser ensure) {
        return claims -> ensure.handle(new EnsureUser.Command(
                claims.user(), new Username(claims.username()), new DisplayName(claims.displayName())));
    }
}
