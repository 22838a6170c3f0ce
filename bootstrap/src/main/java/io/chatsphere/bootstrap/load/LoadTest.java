package io.chatsphere.bootstrap.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.load.check.RunRooms;
import io.chatsphere.bootstrap.load.plan.LoadPlan;
import io.chatsphere.bootstrap.load.report.Report;
import io.chatsphere.bootstrap.load.run.LoadRun;
import io.chatsphere.bootstrap.load.run.Scene;
import io.chatsphere.bootstrap.load.wire.Rest;
import io.chatsphere.bootstrap.load.wire.User;
import io.chatsphere.bootstrap.load.wire.Users;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** One load test, from finding the users to the report. */
final class LoadTest {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int NAME = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LoadPlan plan;
    private final Consumer<String> progress;

    LoadTest(LoadPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @throws io.chatsphere.bootstrap.load.wire.LoadException if it cannot be run
     */
    Report run() {
        try (ExecutorService threads = threads();
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .executor(threads)
                        .build()) {
            Rest rest = new Rest(http, plan.urls(), progress);
            JsonNode health = rest.meet();
            Users found = new Users(rest, plan.people(), progress);
            List<User> users = found.find(plan.shape().users(), plan.people());
            try {
                return run(http, rest, users, health);
            } finally {
                found.keep();
                http.shutdownNow();
            }
        }
    }

    private Report run(HttpClient http, Rest rest, List<User> users, JsonNode health) {
        String name = Long.toString(RANDOM.nextLong() >>> 1, 36).substring(0, NAME);
        Scene scene = Scene.of(plan, name, users);
        RunRooms rooms = new RunRooms(rest, scene.roomNames(), scene::usersOf);
        Measurement measurement = new Measurement(plan, rest, users.getFirst(), health);
        Report report = load(new LoadRun(scene, http, progress), rooms, measurement, new Judgement(scene, rest));
        if (scene.findings().isEmpty()) {
            progress.accept("closing rooms");
            rooms.close();
        }
        return report;
    }

    private Report load(LoadRun run, RunRooms rooms, Measurement measurement, Judgement judgement) {
        try (LoadRun load = run) {
            measurement.connect(load);
            progress.accept("making rooms");
            rooms.make();
            load.join();
            load.load(() -> measurement.begin(load), () -> measurement.end(load));
            boolean drained = load.drain();
            return measurement.report(load, judgement.judge(load, drained, progress));
        }
    }

    /** Few, since nothing that they do waits: one that reads what arrives hardly ever makes room for another. */
    private static ExecutorService threads() {
        return Executors.newFixedThreadPool(
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                Thread.ofPlatform().daemon().name("load-io-", 0).factory());
    }
}
