package io.chatsphere.bootstrap.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes folders, secrets and logs that nobody but their owner may read, where the file system knows owners. */
public final class PrivateFiles {
    private static final int SECRET_BYTES = 32;

    private PrivateFiles() {}

    /** Makes the folder and its parents where they are missing; what exists keeps its permissions. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, ownerOnly("rwx------"));
    }

    /**
     * The secret in this file: 256 random bits in base64url, made at the first call and kept. The file appears with its
     * whole content or not at all.
     */
    public static String secret(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        folder(file.toAbsolutePath().getParent());
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".new", ownerOnly("rw-------"));
        Files.writeString(draft, secret + "\n", StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return secret;
    }

    /** Makes the file, which its owner alone may read, where it is missing, and makes sure that it can be written. */
    public static void writable(Path file) throws IOException {
        if (Files.notExists(file)) {
            folder(file.toAbsolutePath().getParent());
            Files.createFile(file, ownerOnly("rw-------"));
        }
        if (!Files.isWritable(file) || Files.isDirectory(file)) {
            throw new IOException("cannot be written: " + file);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
            };
        }
        return new FileAttribute<?>[0];
    }
}
