package io.chatsphere.adapter.websocket;

import io.chatsphere.adapter.websocket.frame.ServerFrames;
import io.chatsphere.adapter.websocket.request.FrameDispatcher;
import io.chatsphere.application.ChatSphere;
import io.javalin.config.JavalinConfig;
import io.javalin.security.RouteRole;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.ee10.websocket.servlet.WebSocketUpgradeFilter;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/**
 * The live connections of a chat, at {@code /ws}. Installed into the server's Javalin instance, whose Jetty carries them; they
 * are told of the end by {@link ChatSphere#close}, which is to be called before the server stops, and behind {@link #quiesce}
 * if nothing that was begun is to go unanswered.
 *
 * <p>It speaks to Jetty directly: that holds several KiB less for each connection than Javalin's own sockets, gives access to
 * frames for limits, writes what waits together at once, and sets no session cookie.
 */
public final class WebSocketApi {
    private static final String PATH = "/ws";
    /** Jetty writes frames together that are smaller than a quarter of this; idle connections hold none. */
    private static final int OUTPUT_BUFFER_BYTES = 32 << 10;

    private static final int INPUT_BUFFER_BYTES = 4 << 10;

    private final WebSocketSettings settings;
    private final Connections connections;
    private final Admission admission;
    private final ServerFrames frames;
    private final FrameDispatcher dispatcher;

    /** @param clock the time that frames tell */
    public WebSocketApi(ChatSphere chat, WebSocketSettings settings, Clock clock) {
        this.settings = settings;
        this.connections = new Connections(settings);
        this.admission = new Admission(settings.origins(), settings.language());
        this.frames = new ServerFrames(clock, settings.timing().heartbeat());
        this.dispatcher = new FrameDispatcher(chat, frames);
    }

    /**
     * Adds the endpoint and its description to a server that is not started yet. To be called once.
     *
     * @param anyone the roles that open the route of the description to everybody, if the server knows such
     */
    public void install(JavalinConfig config, RouteRole... anyone) {
        new AsyncApi().install(config, anyone);
        config.jetty.modifyServletContextHandler(handler -> {
            handler.addManaged(connections);
            JettyWebSocketServletContainerInitializer.configure(handler, (servlets, container) -> map(handler));
        });
    }

    /**
     * What a server of WebSocket connections listens with best: HTTP/1.1 and WebSocket without TLS, as Jetty's own connector,
     * but a frame costs less. Any connector carries this API. Host and port are the caller's to set. The server's own threads
     * must be threads of the platform: a selector on a virtual thread would hold the carrier of what it has just started.
     */
    public static ServerConnector connector(Server server, HttpConfiguration http) {
        return new WebSocketConnector(server, http);
    }

    /**
     * The first step to the end: who connects is closed at once with 1012, no more frames are taken, and those that were are
     * answered. {@link ChatSphere#close} then tells clients to connect elsewhere.
     *
     * @param patience how long to wait for the answers at most
     */
    public void quiesce(Duration patience) {
        connections.quiesce(patience);
    }

    /**
     * The last step, behind {@link ChatSphere#close}: waits until clients have been told and are gone. Those that read too
     * slowly for that are cut off by the server's stop.
     *
     * @param patience how long to wait at most
     */
    public void awaitGone(Duration patience) {
        connections.awaitGone(patience);
    }

    private void map(ServletContextHandler handler) {
        // Compression would cost some 90 KiB for each connection, and a frame could no longer be the same for all.
        WebSocketServerComponents.getWebSocketComponents(handler)
                .getExtensionRegistry()
                .unregister("permessage-deflate");
        WebSocketUpgradeFilter.ensureFilter(handler.getServletContext());
        WebSocketMappings.ensureMappings(handler).addMapping(new ServletPathSpec(PATH), new Negotiator());
    }

    /** Makes a connection of each upgrade request. */
    private final class Negotiator implements WebSocketNegotiator {
        @Override
        public FrameHandler negotiate(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
            if (!admission.isReadable(request)) {
                Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
                return null;
            }
            if (!admission.allows(request)) {
                Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
                return null;
            }
            return new ChatSocket(connections, settings, dispatcher, frames, admission.read(request));
        }

        @Override
        public void customize(Configuration configuration) {
            configuration.setIdleTimeout(Duration.ZERO);
            configuration.setInputBufferSize(INPUT_BUFFER_BYTES);
            configuration.setOutputBufferSize(OUTPUT_BUFFER_BYTES);
            configuration.setMaxFrameSize(settings.incoming().messageBytes());
            configuration.setAutoFragment(false);
        }
    }
}
