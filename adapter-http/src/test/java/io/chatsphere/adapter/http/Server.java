package io.chatsphere.adapter.http;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.health.HealthCheck;
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

    private final ChatSphere chat =
            ChatSphere.builder().passwordHasher(new Pbkdf2PasswordHasher(1)).build();
    private final Javalin javalin;
    private final AtomicReference<JavalinConfig> installed = new AtomicReference<>();

    Server(HealthCheck... checks) {
        HttpApi api = new HttpApi(chat, List.of(checks), SETTINGS, Clock.systemUTC());
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
        return new Account(answer.text("/data/user/id"), answer.text("/data/access_token"));
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
    record Account(String id, String token) {}
}
