package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;
import org.junit.jupiter.api.Test;

/** On which threads frames are read. */
class WebSocketConnectorTest {
    private final BlockingQueue<Thread> readers = new LinkedBlockingQueue<>();

    @Test
    void frames_are_read_on_threads_of_the_network() throws Exception {
        assertThat(readersOf(server -> new WebSocketConnector(server, new HttpConfiguration())))
                .hasSize(3)
                .allSatisfy(thread -> assertThat(thread.getName()).startsWith("network-"));
    }

    @Test
    void with_a_connector_of_jetty_a_virtual_thread_is_started_for_each() throws Exception {
        assertThat(readersOf(ServerConnector::new)).hasSize(3).allMatch(Thread::isVirtual);
    }

    /** The threads that read three frames, each sent when the one before was read. */
    private List<Thread> readersOf(Function<Server, ServerConnector> connector) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("network");
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        Server server = new Server(threads);
        ServerConnector listening = connector.apply(server);
        listening.setHost("127.0.0.1");
        server.addConnector(listening);
        WebSocketUpgradeHandler upgrades = new WebSocketUpgradeHandler();
        upgrades.addMapping("/", (request, response, callback) -> new Recorder());
        server.setHandler(upgrades);
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(
                            URI.create("ws://127.0.0.1:" + listening.getLocalPort() + "/"), new WebSocket.Listener() {})
                    .get(10, TimeUnit.SECONDS);
            List<Thread> read = List.of(read(socket), read(socket), read(socket));
            socket.abort();
            return read;
        } finally {
            server.stop();
        }
    }

    private Thread read(WebSocket socket) throws Exception {
        socket.sendText("frame", true).get(10, TimeUnit.SECONDS);
        Thread reader = readers.poll(10, TimeUnit.SECONDS);
        assertThat(reader).as("a frame was read").isNotNull();
        return reader;
    }

    private final class Recorder implements FrameHandler {
        private volatile CoreSession session;

        @Override
        public void onOpen(CoreSession opened, Callback callback) {
            session = opened;
            callback.succeeded();
            opened.demand();
        }

        @Override
        public void onFrame(Frame frame, Callback callback) {
            callback.succeeded();
            if (frame.getOpCode() == OpCode.TEXT) {
                readers.add(Thread.currentThread());
            }
            session.demand();
        }

        @Override
        public void onError(Throwable cause, Callback callback) {
            callback.succeeded();
        }

        @Override
        public void onClosed(CloseStatus status, Callback callback) {
            callback.succeeded();
        }
    }
}
