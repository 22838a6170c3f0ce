package io.chatsphere.application;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.presence.CountLive;
import io.chatsphere.application.presence.ListOnline;
import io.chatsphere.application.presence.ReadLiveInRoom;
import io.chatsphere.application.presence.live.PresencePorts;
import io.chatsphere.application.presence.live.PresenceService;
import io.chatsphere.application.presence.live.Rhythm;
import io.chatsphere.application.room.DefaultRooms;
import io.chatsphere.application.room.ReadRoom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Makes what tells who is there. */
final class PresenceCases {
    private static final long TICK_MILLIS = 500;

    private final Ports ports;

    PresenceCases(Ports ports) {
        this.ports = ports;
    }

    ChatSphere.Presence presence(ReadRoom read) {
        return new ChatSphere.Presence(
                new ListOnline(ports.presence(), ports.storage().users()),
                new ReadLiveInRoom(read, ports.presence()),
                new CountLive(ports.presence()));
    }

    /** How many users are online, over all nodes. */
    int countOnline() {
        return ports.presence().online(Optional.empty(), 0).count();
    }

    PresenceService service(Settings settings, Ids ids, DefaultRooms defaultRooms) {
        Executor now = Thread::startVirtualThread;
        Executor later = CompletableFuture.delayedExecutor(TICK_MILLIS, TimeUnit.MILLISECONDS, now);
        return new PresenceService(
                new PresencePorts(ports.presence(), ports.bus(), ports.storage().users()),
                settings.presence(),
                new Rhythm(settings.nanoTime(), now, later),
                ids,
                defaultRooms::joinedByAll);
    }
}
