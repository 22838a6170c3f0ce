package io.chatsphere.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DotEnvTest {
    @Test
    void the_file_of_the_first_servers_starts_one_of_ours(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env"), """
                # 数据库配置
                DATABASE_URL=postgresql+asyncpg://postgres:password@localhost:5432/chatsphere
                POSTGRES_USER=postgres
                POSTGRES_PASSWORD=password
                POSTGRES_DB=chatsphere

                # Redis配置
                REDIS_URL=redis://localhost:6379/0

                # JWT配置
                SECRET_KEY=your-super-secret-key-here
                ACCESS_TOKEN_EXPIRE_MINUTES=30

                # 服务器配置
                HOST=0.0.0.0
                PORT=8000
                DEBUG=true

                # CORS配置
                ALLOWED_ORIGINS=["http://localhost:5173", "http://localhost:3000"]
                """);

        ServerConfig config = ServerConfig.of(new Sources(Map.of(), Map.of(), DotEnv.read(folder)));

        assertThat(config.database().external()).isPresent();
        assertThat(config.redis().map(RedisConfig::place)).contains("localhost:6379");
        assertThat(config.web().allowedOrigins()).containsExactly("http://localhost:5173", "http://localhost:3000");
        assertThat(config.secretKey().flatMap(SecretKey::weakness)).isPresent();
    }

    @Test
    void a_file_may_hold_quotes_comments_and_names_of_others(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env"), """
                PORT=1

                HOST = "127.0.0.1"
                SECRET_KEY='with spaces # and a hash'
                MAX_MESSAGE_LENGTH=10 # short
                PORT=2
                UNKNOWN=anything
                """);

        assertThat(DotEnv.read(folder))
                .containsEntry("PORT", "2")
                .containsEntry("HOST", "127.0.0.1")
                .containsEntry("SECRET_KEY", "with spaces # and a hash")
                .containsEntry("MAX_MESSAGE_LENGTH", "10");
        assertThat(DotEnv.read(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_a_fault_that_shows_nothing_of_it(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env"), "this is geheim and no variable\n");

        ConfigException fault = catchThrowableOfType(ConfigException.class, () -> DotEnv.read(folder));

        assertThat(fault.faults()).singleElement().asString().contains(".env").doesNotContain("geheim");
    }
}
