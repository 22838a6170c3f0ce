package io.chatsphere.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a storage and its server, and breaks connections when it is told to. */
public final class TcpProxy implements AutoCloseable {
    /** What to do with the next bytes that ask for a commit. */
    public enum AtCommit {
        /** Hand them on. */
        PASS,
        /** Hand them on, and break the connection before the answer gets back. */
        CUT_BEHIND,
        /** Break the connection: the server never sees them. */
        CUT_BEFORE,
        /** Break the connection to the client alone: the server sees them {@link TcpProxy#deliverHeld later}. */
        HOLD
    }

    private final ServerSocket server;
    private final String host;
    private final int port;
    private final AtomicReference<AtCommit> next = new AtomicReference<>(AtCommit.PASS);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cutForGood;
    private volatile boolean away;
    private final CountDownLatch delivery = new CountDownLatch(1);

    /**
     * Begins to listen.
     *
     * @param address host and port of the server
     */
    public TcpProxy(String address) throws IOException {
        this.host = address.substring(0, address.lastIndexOf(':'));
        this.port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Host and port of this proxy. */
    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Decides about one commit. */
    public void atNextCommit(AtCommit what) {
        next.set(what);
    }

    /** Decides about one commit; if it is cut, new connections are refused from then on. */
    public void atNextCommitForGood(AtCommit what) {
        cutForGood = true;
        next.set(what);
    }

    /** Takes new connections again. */
    public void comeBack() {
        cutForGood = false;
        away = false;
    }

    /** Whether the commit that was decided about has come. */
    public boolean happened() {
        return next.get() == AtCommit.PASS;
    }

    /** Hands on what was held. */
    public void deliverHeld() {
        delivery.countDown();
    }

    /** Breaks all connections; new ones are accepted. */
    public void cutAll() {
        sockets.forEach(TcpProxy::cut);
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cutAll();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (away) {
                    client.close();
                    continue;
                }
                Socket upstream = new Socket(host, port);
                sockets.addAll(List.of(client, upstream));
                Thread.ofVirtual().start(() -> pump(client, upstream, true));
                Thread.ofVirtual().start(() -> pump(upstream, client, false));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pump(Socket from, Socket to, boolean toServer) {
        byte[] buffer = new byte[1 << 20];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                AtCommit decided =
                        toServer && asksForCommit(buffer, length) ? next.getAndSet(AtCommit.PASS) : AtCommit.PASS;
                away |= decided != AtCommit.PASS && cutForGood;
                if (decided == AtCommit.CUT_BEFORE) {
                    return;
                }
                if (decided == AtCommit.HOLD) {
                    cut(from);
                    delivery.await();
                }
                if (decided == AtCommit.CUT_BEHIND) {
                    // The answer finds no way back; what was sent still arrives.
                    from.shutdownOutput();
                }
                out.write(buffer, 0, length);
                out.flush();
                if (decided == AtCommit.CUT_BEHIND) {
                    to.shutdownOutput();
                    in.transferTo(OutputStream.nullOutputStream());
                    return;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            cut(from);
            cut(to);
        }
    }

    /** The driver sends the text of a statement until it has prepared it: tests cut early commits. */
    private static boolean asksForCommit(byte[] buffer, int length) {
        byte[] commit = "COMMIT".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + commit.length <= length; i++) {
            if (Arrays.equals(buffer, i, i + commit.length, commit, 0, commit.length)) {
                return true;
            }
        }
        return false;
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
