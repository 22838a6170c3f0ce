package io.chatsphere.bootstrap.training;

import io.chatsphere.bootstrap.config.ServerConfig;
import io.chatsphere.bootstrap.config.Setting;
import io.chatsphere.bootstrap.config.Sources;
import io.chatsphere.bootstrap.error.StartException;
import io.chatsphere.bootstrap.files.Folders;
import io.chatsphere.bootstrap.server.ChatServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A start, a short conversation and an end, during which the Java virtual machine can be told to record what a start loads
 * ({@code -XX:AOTCacheOutput}). Everything happens on this machine's loopback and in a folder for temporary files, which is
 * gone afterwards; the settings of whoever starts it do not count. To be closed by whoever made it.
 */
public final class TrainingRun implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Path folder;
    private final ServerConfig config;
    private final ChatServer server;

    /**
     * Prepares one; nothing starts yet.
     *
     * @throws StartException if there is no place for temporary files
     */
    public TrainingRun() {
        try {
            folder = Files.createTempDirectory("chatsphere-training");
        } catch (IOException e) {
            throw new StartException("There is no place for temporary files.", e);
        }
        Map<Setting, String> settings =
                Map.of(Setting.HOST, HOST, Setting.PORT, "0", Setting.DATA_DIR, folder.toString());
        config = ServerConfig.of(new Sources(settings, Map.of()));
        server = new ChatServer(config);
    }

    /** The settings of its server. */
    public ServerConfig config() {
        return config;
    }

    /**
     * Starts the server and uses it.
     *
     * @throws StartException if the server cannot start
     * @throws IllegalStateException if it does not answer as it should
     */
    public void run() {
        new TrainingClient(URI.create("http://" + HOST + ":" + server.start())).use();
    }

    /** Ends the server, also one that is just starting, and removes the folder. */
    @Override
    public void close() {
        server.close();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new StartException("The folder " + folder + " cannot be removed.", e);
        }
    }
}
