package io.chatsphere.application;

import io.chatsphere.application.conversation.ListConversations;
import io.chatsphere.application.conversation.MarkRead;
import io.chatsphere.application.conversation.MarkUnread;
import io.chatsphere.application.delivery.LiveDelivery;
import io.chatsphere.application.delivery.LiveSettings;
import io.chatsphere.application.delivery.ShareOldForm;
import io.chatsphere.application.delivery.ShowTyping;
import io.chatsphere.application.id.Ids;
import io.chatsphere.application.limit.RequestLimits;
import io.chatsphere.application.login.Authenticate;
import io.chatsphere.application.login.ChangePassword;
import io.chatsphere.application.login.EndLogin;
import io.chatsphere.application.login.IssueTicket;
import io.chatsphere.application.login.ListLogins;
import io.chatsphere.application.login.LogIn;
import io.chatsphere.application.login.LogOut;
import io.chatsphere.application.login.LoginTokens;
import io.chatsphere.application.login.RedeemTicket;
import io.chatsphere.application.login.RenewLogin;
import io.chatsphere.application.login.RevokeToken;
import io.chatsphere.application.login.TokenLifetimes;
import io.chatsphere.application.memory.HmacAccessTokens;
import io.chatsphere.application.memory.InMemoryChangeBus;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.memory.Pbkdf2PasswordHasher;
import io.chatsphere.application.message.DeleteMessage;
import io.chatsphere.application.message.DraftJudge;
import io.chatsphere.application.message.EditMessage;
import io.chatsphere.application.message.MessageUpdates;
import io.chatsphere.application.message.Outbound;
import io.chatsphere.application.message.ReadHistory;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.message.Senders;
import io.chatsphere.application.presence.CountLive;
import io.chatsphere.application.presence.ListOnline;
import io.chatsphere.application.presence.ReadLiveInRoom;
import io.chatsphere.application.room.AddMember;
import io.chatsphere.application.room.ArchiveRoom;
import io.chatsphere.application.room.ChangeRole;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.application.room.CreateRoom;
import io.chatsphere.application.room.DefaultRooms;
import io.chatsphere.application.room.EnterRoom;
import io.chatsphere.application.room.JoinRoom;
import io.chatsphere.application.room.LeaveRoom;
import io.chatsphere.application.room.ListMembers;
import io.chatsphere.application.room.ListRooms;
import io.chatsphere.application.room.ReadRoom;
import io.chatsphere.application.room.RemoveMember;
import io.chatsphere.application.room.RoomDirectory;
import io.chatsphere.application.room.RoomUpdates;
import io.chatsphere.application.room.TransferRoom;
import io.chatsphere.application.room.UpdateRoom;
import io.chatsphere.application.stats.ReadStats;
import io.chatsphere.application.user.EnsureUser;
import io.chatsphere.application.user.Passwords;
import io.chatsphere.application.user.ReadProfile;
import io.chatsphere.application.user.ReadUser;
import io.chatsphere.application.user.Register;
import io.chatsphere.application.user.SearchUsers;
import io.chatsphere.application.user.UpdateProfile;
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
        LiveDelivery delivery = new LiveDelivery(store, changes, live, clock, directory::clear);
        ReadRoom readRoom = new ReadRoom(directory, store.rooms());
        JoinRoom join = new JoinRoom(directory, store.rooms(), changes, ids);
        ChatSphere.UseCases useCases = new ChatSphere.UseCases(
                accounts(store, ids, defaultRooms),
                logins(store, ids, defaultRooms),
                rooms(store, changes, directory, readRoom, join, ids),
                members(store, changes, directory, readRoom, ids),
                messages(store, changes, directory, delivery, join, ids),
                new ChatSphere.Conversations(
                        new ListConversations(store.conversations()),
                        new MarkRead(readRoom, directory, store.conversations(), changes),
                        new MarkUnread(readRoom, store.conversations(), changes),
                        new ShowTyping()),
                new ChatSphere.Presence(new ListOnline(), new ReadLiveInRoom(), new CountLive()),
                new ReadStats(),
                new RequestLimits());
        return new ChatSphere(useCases, defaultRooms, delivery);
    }

    private ChatSphere.Accounts accounts(Storage store, Ids ids, DefaultRooms defaultRooms) {
        PasswordHasher passwordHasher = hasher.orElseGet(Pbkdf2PasswordHasher::new);
        AccessTokens access = accessTokens.orElseGet(() -> new HmacAccessTokens(clock));
        Passwords passwords = new Passwords(passwordPolicy, passwordHasher);
        LoginTokens tokens = new LoginTokens(access, lifetimes, ids);
        return new ChatSphere.Accounts(
                new Register(store.users(), defaultRooms, passwords, tokens, ids),
                new EnsureUser(store.users(), defaultRooms, ids),
                new ReadProfile(store.users()),
                new UpdateProfile(),
                new ReadUser(),
                new SearchUsers());
    }

    private ChatSphere.Logins logins(Storage store, Ids ids, DefaultRooms defaultRooms) {
        PasswordHasher passwordHasher = hasher.orElseGet(Pbkdf2PasswordHasher::new);
        AccessTokens access = accessTokens.orElseGet(() -> new HmacAccessTokens(clock));
        LoginTokens tokens = new LoginTokens(access, lifetimes, ids);
        EnsureUser ensure = new EnsureUser(store.users(), defaultRooms, ids);
        return new ChatSphere.Logins(
                new LogIn(store.users(), store.logins(), passwordHasher, tokens),
                new RenewLogin(),
                new LogOut(),
                new RevokeToken(),
                new ChangePassword(),
                new Authenticate(access, store.logins(), hosted(ensure), clock),
                new IssueTicket(),
                new RedeemTicket(),
                new ListLogins(),
                new EndLogin());
    }

    private static ChatSphere.Rooms rooms(
            Storage store, ChangeBus bus, RoomDirectory directory, ReadRoom read, JoinRoom join, Ids ids) {
        RoomUpdates updates = new RoomUpdates(directory, store.rooms(), bus, ids);
        return new ChatSphere.Rooms(
                new ListRooms(store.rooms()),
                read,
                new CreateRoom(store.rooms(), bus, ids),
                new CreateGroup(store.rooms(), bus, ids),
                join,
                new LeaveRoom(updates),
                new UpdateRoom(updates),
                new ArchiveRoom(updates),
                new TransferRoom(updates));
    }

    private static ChatSphere.Members members(
            Storage store, ChangeBus bus, RoomDirectory directory, ReadRoom read, Ids ids) {
        RoomUpdates updates = new RoomUpdates(directory, store.rooms(), bus, ids);
        return new ChatSphere.Members(
                new ListMembers(read, store.rooms()),
                new AddMember(updates),
                new ChangeRole(updates),
                new RemoveMember(updates));
    }

    private ChatSphere.Messages messages(
            Storage store, ChangeBus bus, RoomDirectory directory, LiveDelivery delivery, JoinRoom join, Ids ids) {
        EnterRoom enter = new EnterRoom(directory, store.rooms(), join, bus, ids);
        Senders senders = new Senders(delivery, store.users(), store.rooms(), maxMessageLength);
        DraftJudge judge = new DraftJudge(enter, directory, store.messages(), senders, ids);
        MessageUpdates updates = new MessageUpdates(store.messages(), directory, bus);
        return new ChatSphere.Messages(
                new SendMessage(judge, new Outbound(store.messages(), bus), directory),
                new ReadHistory(store.messages(), directory, store.rooms()),
                new EditMessage(updates, senders, ids),
                new DeleteMessage(updates, ids),
                new ShareOldForm());
    }

    /** A token without a login of ours names a user of the host application, who is made on first sight. */
    private static Consumer<AccessClaims> hosted(EnsureUser ensure) {
        return claims -> ensure.handle(new EnsureUser.Command(
                claims.user(), new Username(claims.username()), new DisplayName(claims.displayName())));
    }
}
