package io.chatsphere.adapter.http;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.health.HealthCheck;
import io.chatsphere.application.limit.LimitSettings;
import io.chatsphere.application.memory.Pbkdf2PasswordHasher;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.router.ParsedEndpoint;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A server on a free port of this machine, over a chat in memory. */
final class Server implements AutoCloseable {
    static final HttpSettings SETTINGS = HttpSettings.of("1.2.3");

    private final HttpApi api;
    private final ChatSphere chat;
    private final Javalin javalin;
    private final AtomicReference<JavalinConfig> installed = new AtomicReference<>();

    Server(HealthCheck... checks) {
        this(SETTINGS, LimitSettings.DEFAULT, checks);
    }

    Server(HttpSettings settings, LimitSettings limits, HealthCheck... checks) {
        chat = ChatSphere.builder()
                .passwordHasher(new Pbkdf2PasswordHasher(1))
                .limits(limits)
                .build();
        api = new HttpApi(chat, List.of(checks), settings, Clock.systemUTC());
        chat.open();
        javalin = Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    api.install(config);
                    installed.set(config);
                })
                .start();
    }

    HttpApi api() {
        return api;
    }

    ChatSphere chat() {
        return chat;
    }

    /** Everything that is registered. */
    List<ParsedEndpoint> routes() {
        return installed.get().unsafe.internalRouter.allHttpHandlers();
    }

    int port() {
        return javalin.port();
    }

    Call get(String path) {
        return call("GET", path);
    }

    Call post(String path, String json) {
        return call("POST", path).json(json);
    }

    Call call(String method, String path) {
        return new Call("http://127.0.0.1:" + port(), method, path);
    }

    /** Registers an account with this name. */
    Account register(String name) {
        Answer answer = post("/api/v1/auth/register", registration(name, name + "@example.com"))
                .send();
        return new Account(
                answer.text("/data/user/id"), answer.text("/data/access_token"), answer.text("/data/refresh_token"));
    }

    /** Signs an account in once more. */
    Account logIn(String name, String password) {
        Answer answer = post(
                        "/api/v1/auth/login", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(name, password))
                .send();
        return new Account(
                answer.text("/data/user/id"), answer.text("/data/access_token"), answer.text("/data/refresh_token"));
    }

    /** The status that this access token gets now. */
    int statusOf(String token) {
        return get("/api/v1/me").token(token).send().status();
    }

    static String registration(String username, String email) {
        return """
            {"email": "%s", "username": "%s", "display_name": "%s", "password": "secret-1"}""".formatted(email, username, username);
    }

    @Override
    public void close() {
        javalin.stop();
        chat.close();
    }

    /** Somebody who is signed in. */
    record Account(String id, String token, String refreshToken) {}
}
