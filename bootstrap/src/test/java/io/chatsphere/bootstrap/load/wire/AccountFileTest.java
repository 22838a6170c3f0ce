package io.chatsphere.bootstrap.load.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccountFileTest {
    private static final Account ANNA = new Account(
            "anna", "anna@load.example", "secret", "id", "access", Instant.ofEpochSecond(1_700_000_000), "refresh");

    @TempDir
    private Path folder;

    @Test
    void accounts_are_kept_for_their_owner_alone() throws IOException {
        Path file = folder.resolve("accounts");
        new AccountFile(file).write(List.of());
        new AccountFile(file).write(List.of(ANNA));

        assertThat(new AccountFile(file).read()).containsExactly(ANNA);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.new");
        assertThat(ANNA.toString()).isEqualTo("anna");
    }

    @Test
    void a_file_that_is_not_there_holds_nobody() {
        assertThat(new AccountFile(folder.resolve("none")).read()).isEmpty();
    }

    @Test
    void a_file_of_something_else_is_left_alone() throws IOException {
        Path file = Files.writeString(folder.resolve("notes"), "buy milk\n");

        assertThatThrownBy(() -> new AccountFile(file).read())
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("something else");
    }
}
