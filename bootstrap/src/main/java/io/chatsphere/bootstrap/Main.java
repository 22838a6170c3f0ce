package io.chatsphere.bootstrap;

import io.chatsphere.bootstrap.cli.CommandLineInterface;
import io.chatsphere.bootstrap.cli.CommandLineInterface.Commands;
import io.chatsphere.bootstrap.config.LogConfig;
import io.chatsphere.bootstrap.config.ServerConfig;
import io.chatsphere.bootstrap.sample.SampleData;
import io.chatsphere.bootstrap.server.ChatServer;
import io.chatsphere.bootstrap.server.Migration;
import io.chatsphere.bootstrap.training.TrainingRun;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;

/** The entry point of the executable jar. */
public final class Main {
    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(9);
    private static final int CUT_OFF = 1;

    private Main() {}

    /** Runs the program and ends it with its exit code. */
    public static void main(String[] args) {
        Logging.apply(LogConfig.UNTIL_CONFIGURED);
        Charset charset = Charset.defaultCharset();
        PrintWriter out = new PrintWriter(System.out, true, charset);
        PrintWriter err = new PrintWriter(System.err, true, charset);
        Commands commands = new Commands(Main::serve, Main::migrate, Main::sampleData, Main::trainingRun);
        System.exit(new CommandLineInterface(System.getenv(), Path.of(""), commands).run(out, err, args));
    }

    private static void serve(ServerConfig config) {
        Logging.apply(config.log());
        ChatServer server = new ChatServer(config);
        // Also when the signal comes during the start: what is open by then is closed.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "shutdown"));
        server.start();
        server.awaitClose();
    }

    private static void close(ChatServer server) {
        Thread.ofPlatform().daemon().name("last-resort").start(Main::haltWhenLate);
        server.close();
    }

    /** Whatever hangs, a database or a disk, the process is out within ten seconds; what is acknowledged is stored by then. */
    private static void haltWhenLate() {
        try {
            Thread.sleep(CLOSE_DEADLINE);
            System.err.println("chatsphere: the server did not close in time and is cut off");
            Runtime.getRuntime().halt(CUT_OFF);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void migrate(ServerConfig config) {
        Logging.apply(config.log());
        Migration.run(config);
    }

    private static void sampleData(ServerConfig config) {
        Logging.apply(config.log());
        SampleData.run(config).forEach(System.out::println);
    }

    private static void trainingRun() {
        TrainingRun training = new TrainingRun();
        // Also when it is broken off: nothing stays behind.
        Runtime.getRuntime().addShutdownHook(new Thread(training::close, "shutdown"));
        Logging.apply(training.config().log());
        training.run();
    }
}
