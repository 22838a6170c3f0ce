package io.chatsphere.benchmarks.size;

import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.benchmarks.size.Operation.Place;
import io.chatsphere.benchmarks.size.ServerCost.Spent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * What reading and sending cost with 10,000 and with 1,000,000 messages in the same 1,000 rooms: spread over all of them, then
 * nearly all in one. Few and many take turns, so that the machine's moods meet both alike.
 */
public final class HistoryAtSize {
    private static final int ROUNDS = 200;
    private static final int WARM_UP = 20;
    private static final List<Shape> SPREAD =
            List.of(new Shape("size_spread_few", 10, 10), new Shape("size_spread_many", 1000, 1000));
    private static final List<Shape> ONE =
            List.of(new Shape("size_one_few", 10_000, 10), new Shape("size_one_many", 1_000_000, 10));

    private final Seed seed;
    private final String url;
    private final Path jar;
    private final int port;

    private HistoryAtSize(String url, Path jar, int port) {
        this.seed = new Seed(url);
        this.url = url;
        this.jar = jar;
        this.port = port;
    }

    /**
     * Compares.
     *
     * @param args the URL of a server with {@code %s} for the database, the server's jar, the first of two free ports
     */
    public static void main(String[] args) throws IOException {
        HistoryAtSize comparison = new HistoryAtSize(args[0], Path.of(args[1]), Integer.parseInt(args[2]));
        comparison.run("1,000 rooms, 10 or 1,000 messages each", SPREAD, false);
        comparison.run("One room of 10,000 or 1,000,000 messages, 999 of 10", ONE, true);
    }

    private void run(String title, List<Shape> shapes, boolean ofFirst) throws IOException {
        shapes.forEach(seed::make);
        server(title, shapes, ofFirst);
        rest(title, shapes, ofFirst);
    }

    /** What PostgreSQL spends on the statements of each call of a repository. */
    private void server(String title, List<Shape> shapes, boolean ofFirst) {
        Medians times = new Medians();
        Medians buffers = new Medians();
        try (ServerCost ofFew = new ServerCost();
                ServerCost ofMany = new ServerCost();
                PostgresStorage few = open(ofFew, shapes.get(0));
                PostgresStorage many = open(ofMany, shapes.get(1))) {
            List<ServerCost> costs = List.of(ofFew, ofMany);
            List<PostgresStorage> stores = List.of(few, many);
            for (Operation operation : Operation.values()) {
                for (int round = -WARM_UP; round < ROUNDS; round++) {
                    Place fewAt = Place.of(shapes.get(0), ofFirst);
                    Place manyAt = new Place(fewAt.room(), shapes.get(1).messages(fewAt.room()), fewAt.page());
                    int answered = operation.ask(few.storage(), fewAt);
                    requireSame(operation, answered, operation.ask(many.storage(), manyAt));
                    for (int size = 0; size < stores.size(); size++) {
                        Spent spent = costs.get(size).take();
                        if (round >= 0) {
                            times.add(operation.name(), size, spent.micros());
                            buffers.add(operation.name(), size, spent.buffers());
                        }
                    }
                }
            }
        }
        buffers.print(title + ": pages touched", "pages");
        times.print(title + ": execution in PostgreSQL", "µs");
    }

    private static void requireSame(Operation operation, int few, int many) {
        if (few == 0 || few != many) {
            throw new IllegalStateException(operation + " answered " + few + " and " + many);
        }
    }

    private PostgresStorage open(ServerCost cost, Shape shape) {
        PostgresStorage storage = new PostgresStorage(cost.source(seed.config(shape.name())));
        storage.open();
        return storage;
    }

    /** How long a client waits for the server, one request after the other. */
    private void rest(String title, List<Shape> shapes, boolean ofFirst) throws IOException {
        Medians waits = new Medians();
        try (RestServer few = start(shapes.get(0), 0);
                RestServer many = start(shapes.get(1), 1)) {
            List<RestServer> servers = List.of(few, many);
            List<String> epochs = servers.stream()
                    .map(server -> server.epoch("/api/v1/changes/room/size-1?after=0&epoch=" + new UUID(0, 0)))
                    .toList();
            RestCall.all().forEach((name, request) -> {
                for (int round = -WARM_UP; round < ROUNDS; round++) {
                    int room = Place.of(shapes.get(0), ofFirst).room();
                    for (int size = 0; size < servers.size(); size++) {
                        Place at = new Place(room, shapes.get(size).messages(room), ofFirst ? 50 : 5);
                        RestCall call = new RestCall(servers.get(size), epochs.get(size));
                        long begun = System.nanoTime();
                        request.accept(call, at);
                        if (round >= 0) {
                            waits.add(name, size, (System.nanoTime() - begun) / 1000.0);
                        }
                    }
                }
            });
        }
        waits.print(title + ": requests over REST", "µs");
    }

    private RestServer start(Shape shape, int number) throws IOException {
        RestServer server = RestServer.start(
                jar, url.formatted(shape.name()), port + number, Files.createTempDirectory("history-at-size"));
        server.register("visitor");
        seed.join(shape, "username_key = 'visitor'");
        return server;
    }
}
