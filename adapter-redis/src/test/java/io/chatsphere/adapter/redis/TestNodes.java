package io.chatsphere.adapter.redis;

import static org.awaitility.Awaitility.await;

import io.chatsphere.adapter.redis.testing.RedisServer;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.NodeId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;

/** Nodes on a Redis of their own, each with its own connections. */
final class TestNodes implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final RedisServer server;
    private final List<RedisAdapter> nodes = new ArrayList<>();

    /** So many nodes; the server may have options of its own. */
    TestNodes(int count, String... options) {
        server = RedisServer.begin(options);
        IntStream.range(0, count).forEach(i -> nodes.add(open(server.port())));
    }

    RedisServer server() {
        return server;
    }

    RedisAdapter get(int number) {
        return nodes.get(number);
    }

    /** Runs a command at the first node. */
    <T> T run(Function<UnifiedJedis, T> command) {
        return get(0).commands().run(command);
    }

    /** A port that asks the nodes in turns; what concerns a node is always done by the same one. */
    <P> P port(Class<P> type, Function<RedisAdapter, P> of) {
        List<P> ports = nodes.stream().map(of).toList();
        AtomicInteger turns = new AtomicInteger();
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    int turn = arguments != null && arguments[0] instanceof NodeId node
                            ? node.hashCode()
                            : turns.incrementAndGet();
                    try {
                        return method.invoke(ports.get(Math.floorMod(turn, ports.size())), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** A port that is not to be asked; it may be told. */
    static <P> P unasked(Class<P> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getReturnType() != void.class) {
                        throw new IllegalStateException("asked: " + method.getName());
                    }
                    return null;
                }));
    }

    /** One more node, which finds Redis at this port. */
    static RedisAdapter open(int port) {
        RedisAdapter node = new RedisAdapter(RedisSettings.parse("redis://127.0.0.1:" + port), System::nanoTime);
        node.open();
        awaitAnswers(node);
        return node;
    }

    /** Waits until all nodes know that Redis is there, and can use it. */
    void awaitAnswers() {
        nodes.forEach(TestNodes::awaitAnswers);
    }

    private static void awaitAnswers(RedisAdapter node) {
        await().atMost(DEADLINE)
                .ignoreExceptionsInstanceOf(ChatException.Unavailable.class)
                .until(() -> node.commands().run(UnifiedJedis::ping).equals("PONG"));
    }

    /** Lets this time pass, and hardly more. */
    static void pass(Duration time) {
        long end = System.nanoTime() + time.plusMillis(2).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        nodes.forEach(RedisAdapter::close);
        server.close();
    }
}
