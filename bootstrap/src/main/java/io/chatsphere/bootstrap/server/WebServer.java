package io.chatsphere.bootstrap.server;

import io.chatsphere.adapter.http.HttpApi;
import io.chatsphere.adapter.http.HttpSettings;
import io.chatsphere.adapter.websocket.WebSocketApi;
import io.chatsphere.adapter.websocket.WebSocketSettings;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.health.HealthCheck;
import io.chatsphere.bootstrap.config.LiveConfig;
import io.chatsphere.bootstrap.config.ServerConfig;
import io.chatsphere.bootstrap.config.WebConfig;
import io.chatsphere.bootstrap.error.StartException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.ServerConnector;

/** The one Javalin instance, into which both interfaces install themselves. */
final class WebServer implements AutoCloseable {
    /** Requests that are being answered get this long to finish; with the rest the server is out within ten seconds. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(4);

    /** So long may what clients have sent take to be stored and answered. */
    private static final Duration ANSWERING = Duration.ofSeconds(3);

    /** So long may clients take to hear of the end. */
    private static final Duration LEAVING = Duration.ofSeconds(2);

    /** So many connections may wait to be accepted, if the kernel allows it: the clients of another node come all at once. */
    private static final int ACCEPT_QUEUE = 4_096;

    private static final int MIN_BODY_BYTES = 64 * 1024;
    /** What JSON needs at most for one code point, as two escapes, and for the rest of the body. */
    private static final int ESCAPED_CODE_POINT_BYTES = 12;

    private static final int ENVELOPE_BYTES = 16 * 1024;

    private final ServerConfig config;
    private final HttpApi http;
    private final WebSocketApi sockets;
    private final Javalin javalin;

    /** Puts it together; nothing listens before {@link #start}. */
    WebServer(ServerConfig config, ChatSphere chat, List<HealthCheck> checks, Clock clock) {
        this.config = config;
        this.http = new HttpApi(chat, checks, httpSettings(), clock);
        this.sockets = new WebSocketApi(chat, socketSettings(), clock);
        this.javalin = Javalin.create(javalinConfig -> {
            configure(javalinConfig, config.web());
            http.install(javalinConfig);
            sockets.install(javalinConfig, HttpApi.ANYONE);
        });
    }

    private static void configure(JavalinConfig javalin, WebConfig web) {
        javalin.jetty.threadPool = RequestThreads.pool();
        javalin.startup.showJavalinBanner = false;
        javalin.jetty.addConnector((server, http) -> {
            ServerConnector connector = WebSocketApi.connector(server, http);
            connector.setHost(web.host());
            connector.setPort(web.port());
            connector.setAcceptQueueSize(ACCEPT_QUEUE);
            return connector;
        });
        javalin.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_TIMEOUT.toMillis());
            server.setRequestLog(new AccessLog());
        });
    }

    private HttpSettings httpSettings() {
        int bodyBytes = Math.max(MIN_BODY_BYTES, ENVELOPE_BYTES + ESCAPED_CODE_POINT_BYTES * config.maxMessageLength());
        return HttpSettings.of(ProgramVersion.text())
                .withDefaultLanguage(config.web().language().locale())
                .withMaxBodyBytes(bodyBytes)
                .withAllowedOrigins(config.web().allowedOrigins())
                .withTrustedProxies(config.web().trustedProxies());
    }

    private WebSocketSettings socketSettings() {
        WebSocketSettings standard = WebSocketSettings.DEFAULT;
        LiveConfig live = config.live();
        WebSocketSettings.Incoming incoming = WebSocketSettings.Incoming.forMessagesOf(config.maxMessageLength());
        return new WebSocketSettings(
                new WebSocketSettings.Timing(
                        live.heartbeat(),
                        live.timeout(),
                        standard.timing().assembly(),
                        standard.timing().closing()),
                config.limits().requests().isPresent() ? incoming : incoming.unlimited(),
                standard.outgoing(),
                new WebSocketSettings.Origins(
                        config.web().publicUrl().map(URI::toString),
                        config.web().allowedOrigins()),
                config.web().language().locale());
    }

    /**
     * Begins to listen and returns the port.
     *
     * @throws StartException if it cannot listen there
     */
    int start() {
        String place = config.web().host() + ":" + config.web().port();
        try {
            return javalin.start().port();
        } catch (JavalinBindException e) {
            throw new StartException(
                    "Another program listens on " + place + " already; stop it or choose another PORT.", e);
        } catch (RuntimeException e) {
            throw new StartException("The server cannot listen on " + place + "; check HOST and PORT.", e);
        }
    }

    /** Where people reach it. */
    String address(int port) {
        String host = config.web().host().equals("0.0.0.0")
                ? "localhost"
                : config.web().host();
        return config.web().publicUrl().map(URI::toString).orElse("http://" + host + ":" + port);
    }

    /** Sends new clients elsewhere and answers what the connected ones have sent; they are to be told of the end next. */
    void drain() {
        http.drain();
        sockets.quiesce(ANSWERING);
    }

    /** Waits until live clients, who have been told of the end, are gone. */
    void awaitGone() {
        sockets.awaitGone(LEAVING);
    }

    /** Lets requests that are being answered finish, and ends. */
    @Override
    public void close() {
        javalin.stop();
    }
}
