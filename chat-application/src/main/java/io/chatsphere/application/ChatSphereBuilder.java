package io.chatsphere.application;

import io.chatsphere.application.delivery.LiveDelivery;
import io.chatsphere.application.delivery.LiveSettings;
import io.chatsphere.application.id.Ids;
import io.chatsphere.application.limit.LimitSettings;
import io.chatsphere.application.limit.RequestLimits;
import io.chatsphere.application.login.Housekeeping;
import io.chatsphere.application.login.TokenLifetimes;
import io.chatsphere.application.memory.HmacAccessTokens;
import io.chatsphere.application.memory.InMemoryChangeBus;
import io.chatsphere.application.memory.InMemoryNodeRegistry;
import io.chatsphere.application.memory.InMemoryPresenceRegistry;
import io.chatsphere.application.memory.InMemoryRateLimiter;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.memory.Pbkdf2PasswordHasher;
import io.chatsphere.application.node.NodeWatch;
import io.chatsphere.application.presence.PresenceSettings;
import io.chatsphere.application.room.DefaultRooms;
import io.chatsphere.application.room.ReadRoom;
import io.chatsphere.application.room.RoomDirectory;
import io.chatsphere.application.stats.ReadStats;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.NodeRegistry;
import io.chatsphere.domain.limit.RateLimiter;
import io.chatsphere.domain.login.AccessTokens;
import io.chatsphere.domain.login.PasswordHasher;
import io.chatsphere.domain.login.PasswordPolicy;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.presence.PresenceRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Puts a {@link ChatSphere} together. Every port that is not given is the twin in memory; the storage ports come as one
 * {@link Storage}, since they are atomic across each other. Not thread-safe.
 */
public final class ChatSphereBuilder {
    private static final int DEFAULT_MAX_MESSAGE_LENGTH = 4_000;
    private static final Duration HOUSEKEEPING = Duration.ofHours(1);

    private Clock clock = Clock.systemUTC();
    private LongSupplier nanoTime = System::nanoTime;
    private Optional<Storage> storage = Optional.empty();
    private Optional<ChangeBus> bus = Optional.empty();
    private Optional<NodeRegistry> nodes = Optional.empty();
    private Optional<PresenceRegistry> presence = Optional.empty();
    private Optional<PasswordHasher> hasher = Optional.empty();
    private Optional<AccessTokens> accessTokens = Optional.empty();
    private PasswordPolicy passwordPolicy = PasswordPolicy.DEFAULT;
    private Optional<RateLimiter> limiter = Optional.empty();
    private LimitSettings limits = LimitSettings.DEFAULT;
    private TokenLifetimes lifetimes = TokenLifetimes.DEFAULT;
    private LiveSettings live = LiveSettings.DEFAULT;
    private PresenceSettings presenceSettings = PresenceSettings.DEFAULT;
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

    /** Where it is kept which nodes share the storage; it comes with the storage. */
    public ChatSphereBuilder nodes(NodeRegistry value) {
        nodes = Optional.of(value);
        return this;
    }

    /** Where it is kept who is online, over all nodes. */
    public ChatSphereBuilder presence(PresenceRegistry value) {
        presence = Optional.of(value);
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

    /** A time that never goes back, as {@link System#nanoTime} tells it: what lasts is measured by it. */
    public ChatSphereBuilder nanoTime(LongSupplier value) {
        nanoTime = value;
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

    /** What counts what is limited. */
    public ChatSphereBuilder rateLimiter(RateLimiter value) {
        limiter = Optional.of(value);
        return this;
    }

    /** What is limited, and to how much. */
    public ChatSphereBuilder limits(LimitSettings value) {
        limits = value;
        return this;
    }

    /** How live delivery behaves. */
    public ChatSphereBuilder live(LiveSettings value) {
        live = value;
        return this;
    }

    /** How presence behaves. */
    public ChatSphereBuilder presenceSettings(PresenceSettings value) {
        presenceSettings = value;
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
        Ports ports = new Ports(
                storage.orElseGet(() -> new InMemoryStore().storage()),
                bus.orElseGet(InMemoryChangeBus::new),
                nodes.orElseGet(() -> new InMemoryNodeRegistry(nanoTime)),
                presence.orElseGet(() -> new InMemoryPresenceRegistry(nanoTime)),
                hasher.orElseGet(Pbkdf2PasswordHasher::new),
                accessTokens.orElseGet(() -> new HmacAccessTokens(clock)),
                limiter.orElseGet(() -> new InMemoryRateLimiter(nanoTime)));
        return assemble(
                ports,
                new Settings(
                        clock, nanoTime, passwordPolicy, lifetimes, limits, live, presenceSettings, maxMessageLength));
    }

    private static ChatSphere assemble(Ports ports, Settings settings) {
        Ids ids = new Ids(settings.clock(), () -> ThreadLocalRandom.current().nextLong());
        DefaultRooms defaultRooms = new DefaultRooms(ports.storage().rooms(), ids);
        RoomDirectory directory = new RoomDirectory(ports.storage().rooms());
        LiveDelivery delivery =
                new LiveDelivery(ports.storage(), ports.bus(), settings.live(), settings.clock(), directory::clear);
        AccountCases accounts = new AccountCases(ports, settings, ids, defaultRooms);
        RoomCases rooms = new RoomCases(ports, ids, directory);
        PresenceCases presence = new PresenceCases(ports, settings, ids, defaultRooms);
        ChatSphere.UseCases useCases = new ChatSphere.UseCases(
                accounts.accounts(),
                accounts.logins(),
                rooms.rooms(),
                rooms.members(),
                rooms.messages(delivery, settings.maxMessageLength()),
                rooms.conversations(delivery),
                rooms.missed(delivery),
                presence.presence(new ReadRoom(directory, ports.storage().rooms())),
                new ReadStats(
                        ports.storage().users(), ports.storage().messages(), presence::countOnline, settings.clock()),
                new RequestLimits(ports.limiter(), settings.limits()));
        Housekeeping housekeeping = new Housekeeping(ports.storage().logins(), ids, HOUSEKEEPING);
        NodeWatch nodes = new NodeWatch(ports.nodes(), ids.nodeId(), ports.bus().reachesOthers());
        return new ChatSphere(useCases, new Services(defaultRooms, delivery, presence.service(), housekeeping, nodes));
    }
}
