package io.chatsphere.bootstrap.presence;

import static org.awaitility.Awaitility.await;

import io.chatsphere.adapter.redis.RedisAdapter;
import io.chatsphere.adapter.redis.RedisSettings;
import io.chatsphere.adapter.redis.testing.RedisServer;
import io.chatsphere.adapter.redis.testing.TcpProxy;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.presence.PresenceSettings;
import io.chatsphere.application.user.EnsureUser;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Username;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A node, and the network between it and Redis. */
final class TestNode implements AutoCloseable {
    private final TcpProxy network;
    private final RedisAdapter redis;
    private final ChatSphere chat;

    TestNode(RedisServer server, Storage storage, PresenceSettings settings) {
        network = new TcpProxy(server.port());
        redis = new RedisAdapter(RedisSettings.parse("redis://127.0.0.1:" + network.port()), System::nanoTime);
        redis.open();
        await().atMost(Duration.ofSeconds(20)).until(redis::answers);
        chat = ChatSphere.builder()
                .storage(storage)
                .bus(redis.bus())
                .presence(redis.presence())
                .presenceSettings(settings)
                .build();
        chat.open();
    }

    TcpProxy network() {
        return network;
    }

    ChatSphere chat() {
        return chat;
    }

    /** Somebody connects here, and looks. */
    Screen connect(String name) {
        Screen screen = new Screen();
        EnsureUser.Command user = new EnsureUser.Command(id(name), new Username(name), new DisplayName(name));
        chat.connect(chat.accounts().ensure().handle(user), screen);
        return screen;
    }

    static Caller caller(String name) {
        return Caller.of(id(name));
    }

    static UserId id(String name) {
        return new UserId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Lets this time pass: what ends by the server's clock. */
    static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        network.restore();
        chat.close();
        redis.close();
        network.close();
    }
}
