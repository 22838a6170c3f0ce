package io.chatsphere.bootstrap.process.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings faults about in an order drawn by chance, all kinds equally often. Those of different parts may last at the same time;
 * each part has one at a time.
 */
final class Faults implements AutoCloseable {
    private static final int LONGEST_MS = 4000;
    private static final int DROPPED_ONE_OF = 3;

    private final ChatCluster cluster;
    private final List<Participant> participants;
    private final Random random;
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final List<Future<?>> running = new ArrayList<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock redis = new ReentrantLock();
    private final ReentrantLock postgres = new ReentrantLock();
    private final List<ReentrantLock> nodes = new ArrayList<>();

    Faults(ChatCluster cluster, List<Participant> participants, Random random) {
        this.cluster = cluster;
        this.participants = participants;
        this.random = random;
        for (int i = 0; i < cluster.size(); i++) {
            nodes.add(new ReentrantLock());
        }
    }

    /** Brings about this many, with pauses of this mean, and waits until all are healed. */
    void run(int many, Duration pause) throws Exception {
        List<Fault> bag = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            if (bag.isEmpty()) {
                bag.addAll(List.of(Fault.values()));
                Collections.shuffle(bag, random);
            }
            begin(bag.removeLast());
            Thread.sleep(random.nextLong(2 * pause.toMillis()));
        }
        for (Future<?> fault : running) {
            fault.get();
        }
    }

    /** How many of each kind there were. */
    Map<Fault, Integer> done() {
        return done;
    }

    @Override
    public void close() {
        executor.close();
    }

    private void begin(Fault fault) {
        done.merge(fault, 1, Integer::sum);
        int number = random.nextInt(cluster.size());
        Node node = cluster.node(number);
        Duration length = Duration.ofMillis(random.nextInt(LONGEST_MS));
        switch (fault) {
            case NODE_KILLED -> start(nodes.get(number), node::kill, length, node::restart);
            case NODE_TERMINATED -> start(nodes.get(number), node::terminate, length, node::restart);
            case REDIS_KILLED -> start(redis, cluster.redis()::kill, length, cluster.redis()::restart);
            case POSTGRES_STOPPED -> start(postgres, cluster.postgres()::stop, length, cluster.postgres()::start);
            case POSTGRES_CRASHED -> start(postgres, cluster.postgres()::crash, length, cluster.postgres()::start);
            case WAY_TO_REDIS_CUT -> start(nodes.get(number), node.toRedis()::cut, length, node.toRedis()::restore);
            case WAY_TO_REDIS_SILENT ->
                start(nodes.get(number), node.toRedis()::freeze, length, node.toRedis()::restore);
            case CLIENTS_DROPPED ->
                participants.forEach(participant -> {
                    if (random.nextInt(DROPPED_ONE_OF) == 0) {
                        participant.drop();
                    }
                });
        }
    }

    private void start(ReentrantLock part, Runnable harm, Duration length, Runnable heal) {
        running.add(executor.submit(() -> {
            part.lock();
            try {
                harm.run();
                Thread.sleep(length);
                heal.run();
            } finally {
                part.unlock();
            }
            return null;
        }));
    }
}
