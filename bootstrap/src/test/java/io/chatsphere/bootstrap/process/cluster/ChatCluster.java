package io.chatsphere.bootstrap.process.cluster;

import io.chatsphere.adapter.redis.testing.RedisServer;
import io.chatsphere.bootstrap.database.RestartablePostgres;
import io.chatsphere.bootstrap.process.AtOnce;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Several servers that share a PostgreSQL and a Redis, all of them processes of a test's own. */
public final class ChatCluster implements AutoCloseable {
    private final RestartablePostgres postgres;
    private final RedisServer redis;
    private final List<Node> nodes = new ArrayList<>();

    private ChatCluster(RestartablePostgres postgres, RedisServer redis) {
        this.postgres = postgres;
        this.redis = redis;
    }

    /** Starts so many servers, with what they need and with these settings, in a folder. */
    public static ChatCluster start(Path folder, int size, String... settings) throws Exception {
        ChatCluster cluster = new ChatCluster(
                RestartablePostgres.start(Files.createDirectory(folder.resolve("postgres"))), RedisServer.begin());
        try {
            cluster.nodes.add(cluster.startNode(folder, 0, settings));
            cluster.nodes.addAll(AtOnce.run(size - 1, i -> cluster.startNode(folder, i + 1, settings)));
            return cluster;
        } catch (Exception | Error e) {
            cluster.close();
            throw e;
        }
    }

    /** The server with this number, from 0. */
    public Node node(int number) {
        return nodes.get(number);
    }

    /** How many servers there are. */
    public int size() {
        return nodes.size();
    }

    /** The database that all share. */
    public RestartablePostgres postgres() {
        return postgres;
    }

    /** The Redis that all share. */
    public RedisServer redis() {
        return redis;
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        redis.close();
        postgres.close();
    }

    private Node startNode(Path folder, int number, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--data-dir=" + folder.resolve("node" + number));
        all.add("--database-url=" + postgres.url());
        all.add("--secret-key=a key that every node of the test has alike");
        all.add("--rate-limit-requests=0");
        return Node.start(redis.port(), all);
    }
}
