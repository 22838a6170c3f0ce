package io.chatsphere.adapter.postgres;

import io.chatsphere.contract.MessageRepositoryAppendContract;
import io.chatsphere.domain.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * One contract on a server in a container, as people run it; needs a container engine. {@code CHATSPHERE_TEST_IMAGE} names
 * another image than the default.
 */
@Tag("containers")
final class ContainerTest extends MessageRepositoryAppendContract {
    private static final PostgreSQLContainer SERVER = new PostgreSQLContainer(image());
    private static PostgresStorage storage;

    @BeforeAll
    static void start() {
        SERVER.start();
        String url = "postgresql://" + SERVER.getUsername() + ":" + SERVER.getPassword() + "@" + SERVER.getHost() + ":"
                + SERVER.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + SERVER.getDatabaseName();
        storage = new PostgresStorage(PostgresConfig.parse(url));
        storage.migrate();
        storage.open();
    }

    @AfterAll
    static void stop() {
        storage.close();
        SERVER.stop();
    }

    @Override
    protected Storage storage() {
        return storage.storage();
    }

    /** The official image starts its server twice; the container's own wait knows that. */
    private static DockerImageName image() {
        String given = System.getenv("CHATSPHERE_TEST_IMAGE");
        return DockerImageName.parse(given == null ? "postgres:14" : given).asCompatibleSubstituteFor("postgres");
    }
}
