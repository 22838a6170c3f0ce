package io.chatsphere.bootstrap.load.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatsphere.bootstrap.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Accounts in a file that only its owner may read, one in each line. */
final class AccountFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    AccountFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    List<Account> read() {
        List<Account> accounts = new ArrayList<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                JsonNode kept = JSON.readTree(line);
                if (!kept.hasNonNull("username") || !kept.hasNonNull("password")) {
                    throw new LoadException("The file " + file + " holds something else than accounts of load tests.");
                }
                accounts.add(Account.of(kept));
            }
            return accounts;
        } catch (JsonProcessingException e) {
            throw new LoadException("The file " + file + " holds something else than accounts of load tests.");
        } catch (IOException e) {
            throw new LoadException("The file " + file + " cannot be read.", e);
        }
    }

    /** Replaces what is in the file, all of it or nothing. */
    void write(List<Account> accounts) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            PrivateFiles.writable(draft);
            Files.write(
                    draft, accounts.stream().map(one -> one.json().toString()).toList());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LoadException("The file " + file + " cannot be written.", e);
        }
    }
}
