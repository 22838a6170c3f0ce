package io.chatsphere.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatsphere.adapter.redis.RedisSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        assertThat(config.redis().map(RedisSettings::place)).contains("localhost:6379");
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
    void a_line_that_cannot_be_read_is_a_fault_that_shows_nothing_of_it(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env"), "PORT=1\nthis is geheim and no variable\n");

        ConfigException fault = catchThrowableOfType(ConfigException.class, () -> DotEnv.read(folder));

        assertThat(fault.faults())
                .singleElement()
                .asString()
                .contains("Line 2", ".env")
                .doesNotContain("geheim");
    }

    @Test
    void a_file_may_come_from_any_editor(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve(".env"), "\uFEFFPORT=1\r\n\r\n  # indented\r\nexport HOST = there \r\nLOG_FILE=\r\n");

        assertThat(DotEnv.read(folder)).isEqualTo(Map.of("PORT", "1", "HOST", "there", "LOG_FILE", ""));
    }

    @Test
    void a_hash_begins_a_comment_only_behind_white_space(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env"), """
                SECRET_KEY=p#ss=word's
                LOG_FILE= # none
                HOST='a b'\t# quoted
                DATA_DIR="#1" # first
                REDIS_URL=#1
                """);

        assertThat(DotEnv.read(folder))
                .containsEntry("SECRET_KEY", "p#ss=word's")
                .containsEntry("LOG_FILE", "")
                .containsEntry("HOST", "a b")
                .containsEntry("DATA_DIR", "#1")
                .containsEntry("REDIS_URL", "#1");
    }

    @Test
    void a_quote_that_does_not_end_is_a_fault(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env"), "HOST='here\nSECRET_KEY=\"ge\"heim\n");

        ConfigException fault = catchThrowableOfType(ConfigException.class, () -> DotEnv.read(folder));

        assertThat(fault.faults()).hasSize(2).noneMatch(text -> text.contains("heim"));
    }

    @Test
    void what_is_no_text_is_a_fault_and_a_folder_is_none(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve(".env"), "SECRET_KEY=gehéim".getBytes(StandardCharsets.ISO_8859_1));

        ConfigException fault = catchThrowableOfType(ConfigException.class, () -> DotEnv.read(folder));

        assertThat(fault.faults()).singleElement().asString().contains("UTF-8");
        Files.delete(folder.resolve(".env"));
        Files.createDirectory(folder.resolve(".env"));
        assertThat(DotEnv.read(folder)).isEmpty();
    }
}
