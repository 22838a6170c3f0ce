package io.chatsphere.adapter.redis.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * A {@code redis-server} of a test's own on a free port, which keeps nothing on disk: the one on the {@code PATH}, or else the
 * build's. It can be killed and started again, and ends with the JVM.
 */
public final class RedisServer implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final String BINARY = binary();
    private static final String CONFIGURATION = "sentinel.conf";

    private final int port;
    private final Path directory;
    private final List<String> options;
    private Process process;

    private RedisServer(Path directory, List<String> options) {
        this.port = freePort();
        this.directory = directory;
        this.options = options;
        start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Starts one, with more lines of configuration as arguments, such as {@code --requirepass}, {@code secret}. */
    public static RedisServer begin(String... options) {
        return new RedisServer(directory(), List.of(options));
    }

    /** Starts a sentinel with these lines of configuration. */
    public static RedisServer sentinel(String... lines) {
        Path directory = directory();
        try {
            Path file = Files.write(directory.resolve(CONFIGURATION), Arrays.asList(lines));
            return new RedisServer(directory, List.of(file.toString(), "--sentinel"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where a server is that any test may use and none may kill: that of {@code CHATSPHERE_TEST_REDIS_URL}, else one that is
     * started for this JVM. Tests share it: they look only at what is theirs.
     */
    public static String sharedUrl() {
        return Optional.ofNullable(System.getenv("CHATSPHERE_TEST_REDIS_URL")).orElseGet(() -> Shared.SERVER.url());
    }

    /** As {@code REDIS_URL} takes it. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Its port on the loopback address. */
    public int port() {
        return port;
    }

    /** Ends it at once, as a crash does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again, empty, on the same port. */
    public void restart() {
        kill();
        start();
    }

    @Override
    public void close() {
        kill();
        try {
            for (String name : List.of(CONFIGURATION, "dump.rdb", "")) {
                Files.deleteIfExists(directory.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final RedisServer SERVER = begin();
    }

    private void start() {
        List<String> command = new ArrayList<>(List.of(BINARY));
        command.addAll(options);
        command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1"));
        if (!options.contains("--sentinel")) {
            command.addAll(List.of("--save", "", "--appendonly", "no"));
        }
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            awaitAnswer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any answer will do: a server with a password has one too. */
    private void awaitAnswer() throws IOException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                socket.setSoTimeout(1_000);
                socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
                if (socket.getInputStream().read() > 0) {
                    return;
                }
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        kill();
        throw new IOException("redis-server did not start on port " + port);
    }

    private static String binary() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path file = Path.of(directory, "redis-server");
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        try {
            return ExecutableProvider.newJarResourceProvider().get().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own: what another server left behind is not to be read. */
    private static Path directory() {
        try {
            return Files.createTempDirectory("redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
