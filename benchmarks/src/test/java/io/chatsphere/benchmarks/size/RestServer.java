package io.chatsphere.benchmarks.size;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server that people start, over a database, and a person who is signed in there. */
final class RestServer implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern EPOCH = Pattern.compile("\"epoch\":\"([^\"]+)\"");
    private static final int ATTEMPTS = 600;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;
    private String token = "";

    private RestServer(Process process, int port) {
        this.process = process;
        this.address = URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it and waits until it is ready. */
    static RestServer start(Path jar, String databaseUrl, int port, Path folder) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-jar",
                jar.toString(),
                "--port=" + port,
                "--data-dir=" + folder,
                "--rate-limit-requests=0",
                "--log-level=warning");
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DATABASE_URL", databaseUrl);
        try {
            RestServer server = new RestServer(builder.start(), port);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers a person and acts as them from now on. */
    void register(String name) {
        String account =
                "{\"email\":\"%1$s@example.org\",\"username\":\"%1$s\",\"display_name\":\"%1$s\",\"password\":\"%2$s\"}"
                        .formatted(name, "correct horse");
        token = find(TOKEN, post("/api/v1/auth/register", account));
    }

    /** The epoch of the store, which a cursor names. */
    String epoch(String changes) {
        return find(EPOCH, get(changes));
    }

    String get(String path) {
        return send(request(path).GET());
    }

    String post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        process.onExit().join();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).version(HttpClient.Version.HTTP_1_1);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) {
        HttpResponse<String> answer = answer(request);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            try {
                if (answer(request("/health")).statusCode() == 200) {
                    return;
                }
                Thread.sleep(100);
            } catch (UncheckedIOException e) {
                pause();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("The server did not start");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Nothing like " + pattern + " was answered");
        }
        return matcher.group(1);
    }
}
