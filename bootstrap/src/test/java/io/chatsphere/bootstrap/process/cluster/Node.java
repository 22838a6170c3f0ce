package io.chatsphere.bootstrap.process.cluster;

import io.chatsphere.adapter.redis.testing.TcpProxy;
import io.chatsphere.bootstrap.process.Patience;
import io.chatsphere.bootstrap.process.ServerProcess;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One of several servers, which comes back under another address each time; its way to Redis is its own. */
public final class Node implements AutoCloseable {
    private static final int ATTEMPTS = 10;

    private final List<String> arguments;
    private final TcpProxy toRedis;
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private volatile ServerProcess process;

    private Node(List<String> arguments, TcpProxy toRedis) {
        this.arguments = arguments;
        this.toRedis = toRedis;
        this.process = serve();
    }

    /** Starts one and waits until it serves. */
    static Node start(int redisPort, List<String> settings) {
        TcpProxy toRedis = new TcpProxy(redisPort);
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--redis-url=redis://127.0.0.1:" + toRedis.port());
        return new Node(arguments, toRedis);
    }

    /** Where it serves, or served last. */
    public URI uri() {
        return process.uri();
    }

    /** What stands between it and Redis. */
    public TcpProxy toRedis() {
        return toRedis;
    }

    /** What it warned of since its first start. */
    public List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(warnings(process));
        return all;
    }

    /** Ends it without a chance to do anything about it. */
    public void kill() {
        process.kill();
        process.awaitEnd(Patience.LIMIT);
    }

    /** Asks it to end and waits until it has. */
    public void terminate() {
        process.terminate();
        process.awaitEnd(Patience.LIMIT);
    }

    /** Starts it again, after its end, and again as a supervisor does if its database goes while it starts. */
    public void restart() {
        ServerProcess ended = process;
        warnings.addAll(warnings(ended));
        process = serveAtLast();
        ended.close();
    }

    @Override
    public void close() {
        process.close();
        toRedis.close();
    }

    private static List<String> warnings(ServerProcess server) {
        return server.output()
                .lines()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .toList();
    }

    private ServerProcess serveAtLast() {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return serve();
            } catch (AssertionError e) {
                warnings.add("ended while it started: " + e.getMessage());
            }
        }
        return serve();
    }

    private ServerProcess serve() {
        return ServerProcess.serve(arguments.toArray(String[]::new));
    }
}
