package io.chatsphere.adapter.websocket;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.WebSocketConnection;

/**
 * Listens for HTTP/1.1 and WebSocket as Jetty's own connector does, and has the selector's thread itself read the frames of
 * WebSocket connections: what {@link WebSocketApi} does with a frame never blocks. Jetty would start a thread for each frame,
 * wake its selector twice and tell the kernel twice what to wait for. */
final class WebSocketConnector extends ServerConnector {
    WebSocketConnector(Server server, HttpConfiguration http) {
        super(server, new HttpConnectionFactory(http));
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint = new EndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    private static final class EndPoint extends SocketChannelEndPoint {
        /** Of the last interest and what was made of it: a connection registers the same one each time. */
        private Callback interest = Callback.NOOP;

        private Callback direct = Callback.NOOP;

        EndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
            super(channel, selector, key, scheduler);
        }

        @Override
        public void fillInterested(Callback callback) {
            super.fillInterested(getConnection() instanceof WebSocketConnection ? direct(callback) : callback);
        }

        /** Interest is registered by one thread at a time, each behind the one before. */
        private Callback direct(Callback callback) {
            if (!callback.equals(interest)) {
                interest = callback;
                direct = Callback.from(InvocationType.NON_BLOCKING, callback::succeeded, callback::failed);
            }
            return direct;
        }
    }
}
