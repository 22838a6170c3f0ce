package io.chatsphere.bootstrap.process.cluster;

import io.chatsphere.bootstrap.process.Patience;
import io.chatsphere.bootstrap.process.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a cluster of two nodes, which all of them share, one after the other; each finds all parts of it well. */
final class TwoNodes implements ParameterResolver, AfterEachCallback {
    /** The cluster and its folder, until the last test has ended. */
    private record Shared(ChatCluster cluster, Path folder) implements AutoCloseable {
        static Shared start() {
            try {
                Path folder = Files.createTempDirectory("two-nodes");
                return new Shared(ChatCluster.start(folder, 2), folder);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            cluster.close();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one)).forEach(Shared::delete);
            }
        }

        private static void delete(Path file) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(ChatCluster.class);
    }

    @Override
    public ChatCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ChatCluster cluster = shared(context);
        for (int i = 0; i < cluster.size(); i++) {
            Node node = cluster.node(i);
            Patience.await()
                    .until(() -> Person.get(node.uri(), "/health/redis")
                            .get("status")
                            .asText()
                            .equals("healthy"));
        }
    }

    private static ChatCluster shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Shared.class, any -> Shared.start(), Shared.class)
                .cluster();
    }
}
