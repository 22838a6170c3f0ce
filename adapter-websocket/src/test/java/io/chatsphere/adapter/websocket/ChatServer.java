package io.chatsphere.adapter.websocket;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.delivery.LiveSettings;
import io.chatsphere.application.login.Device;
import io.chatsphere.application.login.SignedIn;
import io.chatsphere.application.memory.HmacAccessTokens;
import io.chatsphere.application.memory.InMemoryChangeBus;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.user.Register;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.AccessClaims;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.Username;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A real server on a port of its own, with everything in memory and a clock that stands still. */
final class ChatServer implements AutoCloseable {
    static final WebSocketSettings ENGLISH =
            settings(WebSocketSettings.DEFAULT.incoming().unlimited());

    final SettableClock clock = new SettableClock();
    final InMemoryChangeBus bus = new InMemoryChangeBus();
    final Storage storage;
    final ChatSphere chat;
    final WebSocketApi api;
    private final HmacAccessTokens tokens = new HmacAccessTokens(clock);
    private final Javalin app;

    ChatServer(WebSocketSettings settings) {
        this(settings, LiveSettings.DEFAULT);
    }

    ChatServer(WebSocketSettings settings, LiveSettings live) {
        this(settings, live, new InMemoryStore().storage());
    }

    ChatServer(WebSocketSettings settings, LiveSettings live, Storage storage) {
        this.storage = storage;
        chat = ChatSphere.builder()
                .accessTokens(tokens)
                .clock(clock)
                .storage(storage)
                .bus(bus)
                .live(live)
                .build();
        chat.open();
        api = new WebSocketApi(chat, settings, clock);
        app = Javalin.create(config -> {
                    QueuedThreadPool threads = new QueuedThreadPool();
                    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
                    config.jetty.threadPool = threads;
                    config.startup.showJavalinBanner = false;
                    config.jetty.addConnector((server, http) -> {
                        WebSocketConnector connector = new WebSocketConnector(server, http);
                        connector.setHost("127.0.0.1");
                        return connector;
                    });
                    api.install(config);
                })
                .start();
    }

    static ChatServer start() {
        return new ChatServer(ENGLISH);
    }

    static WebSocketSettings settings(WebSocketSettings.Incoming incoming) {
        return with(WebSocketSettings.DEFAULT.timing(), incoming);
    }

    static WebSocketSettings with(WebSocketSettings.Timing timing, WebSocketSettings.Incoming incoming) {
        return new WebSocketSettings(
                timing,
                incoming,
                WebSocketSettings.DEFAULT.outgoing(),
                new WebSocketSettings.Origins(
                        Optional.of("https://chat.example.org/app"), List.of("http://localhost:3000")),
                Locale.ENGLISH);
    }

    /** What the server answers to this request. */
    HttpResponse<String> get(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return app.port();
    }

    /** A token of a user of a host application, who is made on first sight. */
    String token(UserId user, String name) {
        return token(user, name, Optional.empty());
    }

    String token(UserId user, String name, Optional<LoginId> login) {
        return tokens.issue(new AccessClaims(
                user,
                login,
                name,
                "The " + name,
                Optional.empty(),
                clock.instant(),
                clock.instant().plus(Duration.ofMinutes(30))));
    }

    /** A new account with a login. */
    SignedIn register(String name) {
        return chat.accounts()
                .register()
                .handle(new Register.Command(
                        new Email(name + "@example.org"),
                        new Username(name),
                        new DisplayName("The " + name),
                        new Password("correct horse battery"),
                        Device.UNKNOWN));
    }

    /** A new user, connected and greeted. */
    WsClient connect(String name) {
        return connect(new UserId(UUID.randomUUID()), name);
    }

    WsClient connect(UserId user, String name) {
        WsClient client = WsClient.open(port(), "/ws?token=" + token(user, name));
        client.next("connection_established");
        return client;
    }

    @Override
    public void close() {
        chat.close();
        app.stop();
    }
}
