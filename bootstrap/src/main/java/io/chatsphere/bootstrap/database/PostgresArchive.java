package io.chatsphere.bootstrap.database;

import io.chatsphere.bootstrap.error.StartException;
import io.chatsphere.bootstrap.files.Folders;
import io.chatsphere.bootstrap.files.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs as an archive on the class path, one for each platform that we ship. */
final class PostgresArchive {
    private static final int EXECUTABLE = 0111;

    private PostgresArchive() {}

    /** Unpacks the programs below this folder unless they are there already; returns their home. */
    static Path unpack(Path folder) throws IOException {
        JarURLConnection archive = (JarURLConnection) find().openConnection();
        // The checksum of the archive is its version: another release unpacks beside this one.
        Path home = folder.resolve(
                "programs-" + Long.toHexString(archive.getJarEntry().getCrc()));
        if (Files.isDirectory(home)) {
            return home;
        }
        PrivateFiles.folder(folder);
        Path draft = folder.resolve("programs.new");
        Folders.delete(draft);
        try (InputStream packed = archive.getInputStream()) {
            extract(packed, draft);
        }
        return Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static URL find() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
        String libc = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        String name = "/postgres-" + system + "-" + machine + libc + ".txz";
        return Optional.ofNullable(PostgresArchive.class.getResource(name))
                .orElseThrow(() -> new StartException("There is no embedded PostgreSQL for " + system + " on " + machine
                        + "; set DATABASE_URL to use one of your own."));
    }

    private static void extract(InputStream packed, Path home) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, home.resolve(entry.getName()).normalize(), home);
            }
        }
    }

    private static void extract(InputStream content, TarArchiveEntry entry, Path target, Path home) throws IOException {
        if (!target.startsWith(home)) {
            throw new IOException("the archive holds a path that leads out of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & EXECUTABLE) != 0 && !target.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + target + " executable");
            }
        }
    }
}
