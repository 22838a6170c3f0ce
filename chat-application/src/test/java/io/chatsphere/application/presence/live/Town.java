package io.chatsphere.application.presence.live;

import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.LooseSessions;
import io.chatsphere.application.id.Ids;
import io.chatsphere.application.memory.InMemoryChangeBus;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.presence.PresenceSettings;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Nodes with presence over one registry, one bus and one store. */
final class Town {
    static final RoomId GENERAL = new RoomId(new UUID(1, 1));

    private final Random random = new Random(1);
    private final TestTime time = new TestTime();
    private final TestRegistry registry = new TestRegistry(time::nanos);
    private final ChangeBus bus = new InMemoryChangeBus();
    private final UserRepository users = new InMemoryStore().storage().users();
    private final Set<UserId> strangers = new HashSet<>();
    private final PresenceSettings settings;

    /** A node and its sessions. */
    record Node(PresenceService presence, LooseSessions sessions) {}

    /** A connection: its session and what it was shown. */
    record Seat(LiveSession session, Screen screen) {
        void close() {
            session.close();
        }
    }

    Town(int onlineListLimit) {
        this.settings = PresenceSettings.DEFAULT.withOnlineListLimit(onlineListLimit);
    }

    /** A node that is open. */
    Node node() {
        return node(time.rhythm());
    }

    Node node(Rhythm rhythm) {
        Ids ids = new Ids(time.clock(), random);
        PresenceService presence = new PresenceService(
                new PresencePorts(registry, bus, users), settings, rhythm, ids, () -> List.of(GENERAL));
        presence.open();
        BiPredicate<UserId, RoomId> members = (user, room) -> !strangers.contains(user);
        return new Node(presence, new LooseSessions(presence, members));
    }

    Seat connect(Node node, String name) {
        Screen screen = new Screen();
        return new Seat(node.sessions().open(user(name), screen), screen);
    }

    /** Nobody of this name is in any room. */
    void banish(String name) {
        strangers.add(id(name));
    }

    /** What followers of the room are told of who comes and goes, such as {@code +anna}. */
    List<String> comingAndGoing(RoomId room) {
        List<String> told = new ArrayList<>();
        bus.follow(room, new ChangeBus.RoomListener() {
            @Override
            public void changed(List<RoomChange> changes, ChangeBus.Origin origin) {
                throw new UnsupportedOperationException("presence changes no room");
            }

            @Override
            public void signalled(Signal signal) {
                Signal.View view = (Signal.View) signal;
                told.add((view.isOpen() ? "+" : "-") + view.user().username().value());
            }
        });
        return told;
    }

    Optional<Instant> lastSeen(String name) {
        return users.find(id(name)).flatMap(User::lastSeen);
    }

    Instant now() {
        return time.clock().instant();
    }

    void pass(int seconds) {
        time.pass(Duration.ofSeconds(seconds));
    }

    TestTime time() {
        return time;
    }

    TestRegistry registry() {
        return registry;
    }

    UserSummary user(String name) {
        User user = User.hosted(id(name), new Username(name), new DisplayName(name), Instant.EPOCH);
        return users.ensure(user, List.of()).summary();
    }

    static UserId id(String name) {
        return new UserId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
