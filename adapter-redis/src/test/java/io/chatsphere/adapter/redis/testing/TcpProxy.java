package io.chatsphere.adapter.redis.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A network between clients and a server on the loopback address, which can be cut, or fall silent. */
public final class TcpProxy implements AutoCloseable {
    private final int target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition thawed = lock.newCondition();
    private volatile State state = State.OPEN;

    private enum State {
        OPEN,
        CUT,
        FROZEN,
        CLOSED
    }

    /** Begins to forward to this port. */
    public TcpProxy(int target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where clients connect to. */
    public int port() {
        return server.getLocalPort();
    }

    /** Breaks all connections, and new ones as soon as they are made. */
    public void cut() {
        become(State.CUT);
        breakAll();
    }

    /** Forwards nothing more, and says nothing: connections stay, and new ones are taken and get no answer. */
    public void freeze() {
        become(State.FROZEN);
    }

    /** Forwards again, also what was held back on connections that are still there. */
    public void restore() {
        become(State.OPEN);
    }

    @Override
    public void close() {
        become(State.CLOSED);
        breakAll();
        shut(server);
    }

    private void become(State next) {
        lock.lock();
        try {
            state = next;
            thawed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (state != State.CLOSED) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException e) {
                // Only closing ends this.
                Thread.onSpinWait();
            }
        }
    }

    private void join(Socket client) {
        try (client;
                Socket upstream = new Socket()) {
            sockets.add(upstream);
            if (passes()) {
                upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 1_000);
                Thread back = Thread.ofVirtual().start(() -> pump(upstream, client));
                pump(client, upstream);
                back.join();
            }
        } catch (IOException e) {
            shut(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0 && passes(); length = in.read(buffer)) {
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            // One side is gone: so is the other.
            Thread.onSpinWait();
        } finally {
            shut(from);
            shut(to);
            sockets.remove(from);
        }
    }

    /** Waits while the network is frozen; whether it then forwards. */
    private boolean passes() {
        lock.lock();
        try {
            while (state == State.FROZEN) {
                thawed.awaitUninterruptibly();
            }
            return state == State.OPEN;
        } finally {
            lock.unlock();
        }
    }

    private void breakAll() {
        sockets.forEach(TcpProxy::shut);
    }

    private static void shut(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
