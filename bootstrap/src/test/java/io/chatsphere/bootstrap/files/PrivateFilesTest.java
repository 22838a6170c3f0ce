package io.chatsphere.bootstrap.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivateFilesTest {
    @TempDir
    private Path parent;

    @Test
    void a_secret_is_made_once_and_only_its_owner_reads_it() throws IOException {
        Path file = parent.resolve("new").resolve("secret");

        String secret = PrivateFiles.secret(file);

        assertThat(secret).hasSize(43);
        assertThat(PrivateFiles.secret(file)).isEqualTo(secret);
        assertThat(PrivateFiles.secret(parent.resolve("other"))).isNotEqualTo(secret);
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
        assertThat(file.getParent()).isDirectoryContaining(only -> only.equals(file));
    }

    @Test
    void a_folder_that_exists_keeps_its_permissions() throws IOException {
        Path folder = Files.createDirectory(parent.resolve("shared"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));

        PrivateFiles.folder(folder);

        assertThat(permissions(folder)).isEqualTo("rwxr-x---");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
