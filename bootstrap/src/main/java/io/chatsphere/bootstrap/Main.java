package io.chatsphere.bootstrap;

import io.chatsphere.bootstrap.cli.CommandLineInterface;
import io.chatsphere.bootstrap.cli.CommandLineInterface.Commands;
import io.chatsphere.bootstrap.config.ServerConfig;
import io.chatsphere.bootstrap.sample.SampleData;
import io.chatsphere.bootstrap.server.ChatServer;
import io.chatsphere.bootstrap.server.Migration;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** The entry point of the executable jar. */
public final class Main {
    private Main() {}

    /** Runs the program and ends it with its exit code. */
    public static void main(String[] args) {
        Charset charset = Charset.defaultCharset();
        PrintWriter out = new PrintWriter(System.out, true, charset);
        PrintWriter err = new PrintWriter(System.err, true, charset);
        Commands commands = new Commands(Main::serve, Main::migrate, Main::sampleData);
        System.exit(new CommandLineInterface(System.getenv(), Path.of(""), commands).run(out, err, args));
    }

    private static void serve(ServerConfig config) {
        Logging.apply(config.log());
        ChatServer server = new ChatServer(config);
        // Also when the signal comes during the start: what is open by then is closed.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        server.start();
        server.awaitClose();
    }

    private static void migrate(ServerConfig config) {
        Logging.apply(config.log());
        Migration.run(config);
    }

    private static void sampleData(ServerConfig config) {
        Logging.apply(config.log());
        SampleData.run(config).forEach(System.out::println);
    }
}
