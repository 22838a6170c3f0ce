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
    private final Condition changed = lock.newCondition();
    private volatile State state = State.OPEN;
    /** Connections of an earlier one carry nothing ever again. */
    private long generation;

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

    /**
     * Says nothing, and forwards nothing more on any connection that is there, for good, as a firewall that has forgotten
     * them: neither side is told. New ones are taken and get no answer.
     */
    public void freeze() {
        become(State.FROZEN);
    }

    /** New connections work again. */
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
            generation++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (state != State.CLOSED) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> join(client, generation()));
            } catch (IOException e) {
                // Only closing ends this.
                Thread.onSpinWait();
            }
        }
    }

    private void join(Socket client, long born) {
        try (client;
                Socket upstream = new Socket()) {
            sockets.add(upstream);
            if (passes(born)) {
                upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 1_000);
                Thread back = Thread.ofVirtual().start(() -> pump(upstream, client, born));
                pump(client, upstream, born);
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

    private void pump(Socket from, Socket to, long born) {
        byte[] buffer = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0 && passes(born); length = in.read(buffer)) {
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

    /** Whether the connection carries anything; if nobody may know that it does not, waits until it is broken. */
    private boolean passes(long born) {
        lock.lock();
        try {
            while (state == State.FROZEN || (state == State.OPEN && born != generation)) {
                changed.awaitUninterruptibly();
            }
            return state == State.OPEN;
        } finally {
            lock.unlock();
        }
    }

    private long generation() {
        lock.lock();
        try {
            return generation;
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
