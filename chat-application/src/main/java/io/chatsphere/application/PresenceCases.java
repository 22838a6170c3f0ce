package io.chatsphere.application;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.presence.CountLive;
import io.chatsphere.application.presence.KnownLive;
import io.chatsphere.application.presence.ListOnline;
import io.chatsphere.application.presence.ReadLiveInRoom;
import io.chatsphere.application.presence.live.PresencePorts;
import io.chatsphere.application.presence.live.PresenceService;
import io.chatsphere.application.presence.live.Rhythm;
import io.chatsphere.application.room.DefaultRooms;
import io.chatsphere.application.room.ReadRoom;
import io.chatsphere.domain.error.ChatException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Makes what tells who is there. */
final class PresenceCases {
    private static final long TICK_MILLIS = 500;

    private final Ports ports;
    private final PresenceService service;

    PresenceCases(Ports ports, Settings settings, Ids ids, DefaultRooms defaultRooms) {
        this.ports = ports;
        this.service = service(ports, settings, ids, defaultRooms);
    }

    ChatSphere.Presence presence(ReadRoom read) {
        KnownLive known = new KnownLive();
        return new ChatSphere.Presence(
                new ListOnline(ports.presence(), ports.storage().users(), service::known),
                new ReadLiveInRoom(read, ports.presence(), known),
                new CountLive(ports.presence(), known));
    }

    PresenceService service() {
        return service;
    }

    /** How many users are online, over all nodes; while the registry does not answer, as last seen. */
    int countOnline() {
        try {
            return ports.presence().online(Optional.empty(), 0).count();
        } catch (ChatException.Unavailable e) {
            return service.known().count();
        }
    }

    private static PresenceService service(Ports ports, Settings settings, Ids ids, DefaultRooms defaultRooms) {
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
